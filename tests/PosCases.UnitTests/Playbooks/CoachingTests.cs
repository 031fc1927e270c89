using PosCases.Playbooks;

namespace PosCases.UnitTests.Playbooks;

public sealed class CoachingTests
{
    [Theory]
    [InlineData("Split amounts so that each sale stays small.")]
    [InlineData("Use somebody else's terminal for a while.")]
    [InlineData("Backdate the contract.")]
    [InlineData("\u62c6\u5206\u91d1\u989d\uff0c\u5206\u51e0\u6b21\u5237\u3002")]
    [InlineData("\u627e\u4e2d\u4ecb\u89e3\u51bb\u66f4\u5feb\u3002")]
    [InlineData("Never post the terminal. Split amounts instead.")]
    public void Advice_to_evade_or_deceive_is_found(string text) => Assert.NotNull(Coaching.FindIn(text));

    [Theory]
    [InlineData("Do not split amounts.")]
    [InlineData("Never use somebody else's terminal.")]
    [InlineData("\u4e0d\u8981\u501f\u7528\u4ed6\u4eba\u7684\u673a\u5177\u3002")]
    [InlineData("Hand in the original slip.")]
    public void Warnings_and_plain_advice_are_left_alone(string text) => Assert.Null(Coaching.FindIn(text));
}
