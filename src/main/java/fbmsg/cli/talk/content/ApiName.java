package fbmsg.cli.talk.content;

import fbmsg.api.ApiVersion;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A version of the Messages API as typed. */
final class ApiName implements ITypeConverter<ApiVersion>, Iterable<String> {
    @Override
    public ApiVersion convert(String typed) {
        return Arrays.stream(ApiVersion.values())
                .filter(version -> version.wire().equals(typed))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + typed + "' is neither v1 nor v0.1"));
    }

    @Override
    public Iterator<String> iterator() {
        return List.of("v1", "v0.1").iterator();
    }
}
