using PosCases.People;

namespace PosCases.UnitTests.People;

public sealed class TotpTests
{
    // The key of RFC 6238, appendix B, "12345678901234567890" in Base32.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_differ_by_one_step(int seconds, bool isRight)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_234_567_890);

        var step = Totp.StepOf(Key, Totp.CodeAt(Key, now.AddSeconds(seconds)), now);

        Assert.Equal(isRight, step is not null);
    }

    [Theory]
    [InlineData("005 924")]
    [InlineData(" 005924 ")]
    public void Blanks_in_a_code_do_not_matter(string code) =>
        Assert.NotNull(Totp.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(1_234_567_890)));

    [Theory]
    [InlineData("")]
    [InlineData("5924")]
    [InlineData("0059240")]
    public void A_code_of_another_length_is_wrong(string code) =>
        Assert.Null(Totp.StepOf(Key, code, DateTimeOffset.FromUnixTimeSeconds(1_234_567_890)));

    [Fact]
    public void A_new_key_has_160_bits() => Assert.Matches("^[A-Z2-7]{32}$", Totp.NewKey());
}
