package fbmsg.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom NO_PROXY lists. */
class NoProxyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *                              | api.nexmo.com       | yes
            localhost, *                   | api.nexmo.com       | yes
            api.nexmo.com                  | api.nexmo.com       | yes
            API.Nexmo.COM                  | api.nexmo.com       | yes
            api.nexmo.com                  | API.nexmo.com       | yes
            nexmo.com                      | api.nexmo.com       | yes
            .nexmo.com                     | api.nexmo.com       | yes
            .nexmo.com                     | nexmo.com           | yes
            *.nexmo.com                    | api.nexmo.com       | yes
            nexmo.com.                     | api.nexmo.com       | yes
            nexmo.com                      | api.nexmo.com.      | yes
            xmo.com                        | api.nexmo.com       | no
            api.nexmo.com                  | nexmo.com           | no
            a.com,b.com , nexmo.com        | api.nexmo.com       | yes
            a.com b.com                    | x.b.com             | yes
            ' ,, '                         | api.nexmo.com       | no
            .                              | api.nexmo.com       | no
            *.                             | api.nexmo.com       | no
            api.nexmo.com:443              | api.nexmo.com       | yes
            api.nexmo.com:8443             | api.nexmo.com       | no
            nexmo.com:443                  | api.nexmo.com       | yes
            api.nexmo.com:                 | api.nexmo.com       | no
            192.0.2.7                      | 192.0.2.7           | yes
            192.0.2.7:443                  | 192.0.2.7           | yes
            192.0.2.7:80                   | 192.0.2.7           | no
            2.7                            | 192.0.2.7           | no
            192.0.2.0/24                   | 192.0.2.7           | yes
            192.0.3.0/24                   | 192.0.2.7           | no
            192.0.2.6/31                   | 192.0.2.7           | yes
            192.0.2.4/31                   | 192.0.2.7           | no
            0.0.0.0/0                      | 192.0.2.7           | yes
            192.0.2.7/33                   | 192.0.2.7           | no
            192.0.2.7/x                    | 192.0.2.7           | no
            192.0.2.256/8                  | 192.0.2.7           | no
            192.0.2.0/24                   | api.nexmo.com       | no
            2001:db8::/32                  | [2001:db8::7]       | yes
            2001:db9::/32                  | [2001:db8::7]       | no
            2001:db8:0:0::7                | [2001:db8::7]       | yes
            [2001:db8::7]                  | [2001:db8::7]       | yes
            [2001:db8::7]:443              | [2001:db8::7]       | yes
            [2001:db8::7]:80               | [2001:db8::7]       | no
            2001:zz::7                     | [2001:db8::7]       | no
            """)
    void coversAHostOnPort443(String list, String host, String covered) {
        assertThat(NoProxy.covers(list, host, 443)).isEqualTo(covered.equals("yes"));
    }
}
