using System.Collections.Frozen;

namespace PosCases.People;

/// <summary>Passwords of ten characters and more that head every list of stolen ones, Chinese and English, and their simple kin.</summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "1234567890", "12345678910", "123456789a", "a123456789", "123456789q", "q123456789", "123456789z", "aa123456789", "abc123456789",
        "1234567891", "0123456789", "9876543210", "0987654321", "1029384756", "1357924680", "2468013579", "1234554321", "1122334455",
        "112233445566", "123123123123", "1231231231", "123321123321", "123456123456", "147258369a", "1472583690", "147258369147", "159357159357",
        "159753456852", "147852369a", "789456123a", "7894561230", "987654321a", "a987654321", "100200300400", "1314520520", "5201314520",
        "5201314521", "520131452013", "13145201314", "1314521314", "woaini1314", "woaini5201314", "woaini1314520", "woaini123456", "woaini520520",
        "iloveyou1314", "iloveyou520", "wang123456", "zhang123456", "zhang123456789", "liuyang123", "chen123456", "yang123456", "asd123456789",
        "zxc123456789", "qwe123456789", "qq123456789", "wo123456789", "aaa123456789", "asdf123456", "qwer123456", "qwert12345", "qwer12345678",
        "qwertyuiop", "qwertyuiop123", "qwertyuiop1", "asdfghjkl1", "asdfghjkl123", "asdfghjkl;", "zxcvbnm123", "zxcvbnm1234", "zxcvbnm,./",
        "poiuytrewq", "mnbvcxz123", "qazwsxedcr", "qazwsxedcrfv", "qazwsx123456", "1qaz2wsx3edc", "1qaz2wsx3e", "1qazxsw23edc", "zaq12wsxcde3",
        "1q2w3e4r5t", "1q2w3e4r5t6y", "q1w2e3r4t5", "q1w2e3r4t5y6", "a1b2c3d4e5", "a1s2d3f4g5", "abcd123456", "abcd12345678", "abc1234567",
        "abcdefghij", "abcdefghijk", "abcdefg123", "abcdef123456", "qwerty123456", "qwerty12345", "qwerty1234", "password123", "password12",
        "password1234", "password12345", "passw0rd123", "password01", "password00", "password!!", "p@ssw0rd123", "p@ssword123", "p@ssw0rd12",
        "admin123456", "admin12345", "administrator", "adminadmin", "admin888888", "root123456", "test123456", "user123456", "guest12345",
        "welcome123", "welcome1234", "changeme123", "letmein123", "iloveyou12", "iloveyou123", "sunshine123", "princess123", "football123",
        "baseball123", "superman123", "michael123", "jordan2323", "internet123", "computer123", "liverpool1", "manchester", "basketball",
        "christmas1", "university", "strawberry", "washington", "california", "alexander1", "qwe1234567", "temp123456", "default123",
        "huawei123456", "xiaomi123456", "taobao123456", "alipay123456", "weixin123456", "wechat123456", "poscases123", "mima123456", "nihao123456",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is on the list, one character repeated, or the same few characters over and over.</summary>
    public static bool Contains(string password) => Known.Contains(password) || password.ToUpperInvariant().Distinct().Count() <= 3;
}
