using PosCases.Cases.Verification;
using PosCases.Letters;

namespace PosCases.UnitTests.Letters;

public sealed class LetterGuardTests
{
    [Theory]
    [InlineData("FALSE_SALES", "我店没有套现，也没有虚假交易。")]
    [InlineData("OWN_CARD_SALES", "本店从未自刷。")]
    [InlineData("FALSE_OR_SELF_TXN", "不存在任何虚假交易")]
    [InlineData("FALSE_SALES", "We never made false sales.")]
    [InlineData("FALSE_SALES", "There was no cash-out at our shop")]
    [InlineData("TERMINAL_DIVERTED", "机器没有出借给任何人")]
    [InlineData("VIOLATION", "我店不是违规经营")]
    public void A_letter_may_not_deny_what_the_case_confirms(string cause, string text)
    {
        var fault = Assert.Single(Find(text, cause).Where(f => f.Kind == LetterFaultKind.DeniesCause).DistinctBy(f => f.Kind));

        Assert.Equal(("Sections[0].Body", cause), (fault.Where, fault.Cause));
    }

    [Theory]
    [InlineData("FALSE_SALES", "机构认为存在虚假交易，我店已停止并整改。")]
    [InlineData("FALSE_SALES", "我店没有拆除机器。")]
    [InlineData("ABNORMAL_TXN", "我店没有套现。")]
    public void It_may_state_facts_and_deny_what_is_not_confirmed(string cause, string text) => Assert.Empty(Find(text, cause));

    [Theory]
    [InlineData("请提供您的银行卡密码", true)]
    [InlineData("请把短信验证码发给我们", true)]
    [InlineData("Please send us the CVV.", true)]
    [InlineData("请不要向任何人提供短信验证码或密码", false)]
    [InlineData("The agent has no right to ask for account passwords", false)]
    public void It_asks_nobody_for_secrets(string text, bool asks) => Assert.Equal(asks, Find(text).Any(f => f.Kind == LetterFaultKind.AsksForSecret));

    [Theory]
    [InlineData("卡号 4111111111111111", true)]
    [InlineData("卡号 4111 1111 1111 1111", true)]
    [InlineData("卡号 4111-1111-1111-1111", true)]
    [InlineData("卡号 411111******1111", false)]
    [InlineData("统一社会信用代码 914403001922038216", false)]
    [InlineData("商户编号 898440357320001", false)]
    public void It_holds_no_whole_card_number(string text, bool holds) => Assert.Equal(holds, Find(text).Any(f => f.Kind == LetterFaultKind.CardNumber));

    [Theory]
    [InlineData("保证解冻")]
    [InlineData("请把金额拆成几笔再刷")]
    [InlineData("We guarantee that it will be lifted.")]
    public void It_neither_promises_nor_coaches(string text) => Assert.Contains(Find(text), f => f.Kind == LetterFaultKind.Coaches);

    private static IReadOnlyList<LetterFault> Find(string text, params string[] causes) => LetterGuard.Find(
        new LetterContent("情况说明", "", [new LetterSection("", SectionKind.Text, text)], []),
        causes.Select(code => CaseCause.Of(default, code, Confidence.High, CauseSource.Institution, null, Guid.NewGuid(), default)));
}
