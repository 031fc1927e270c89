using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Cases.Evidence;
using PosCases.Cases.Verification;
using PosCases.Merchants.Identifiers;

namespace PosCases.UnitTests.Merchants.Identifiers;

public sealed class CardDataTests
{
    private const string Card = "6222021234567890128";

    [Theory]
    [InlineData("验证码是 482913")]
    [InlineData("他要我报验证码：482913")]
    [InlineData("我的密码 123456，请帮我查")]
    [InlineData("CVV2: 123")]
    [InlineData("安全码为“921”")]
    [InlineData("PIN is 4821")]
    [InlineData("the SMS code 482913")]
    [InlineData("%B6222021234567890128^WANG/XIAO^2712101000")]
    [InlineData(";6222021234567890128=27121010000012300000")]
    public void A_code_a_password_or_a_stripe_is_found(string text) => Assert.True(CardSecrets.IsIn(text));

    [Theory]
    [InlineData("对方索要验证码，我没有给")]
    [InlineData("不要告诉任何人密码")]
    [InlineData("验证码 5 分钟有效")]
    [InlineData("密码错误 3 次")]
    [InlineData("the password was asked for")]
    [InlineData("冻结 48200 元")]
    [InlineData("shopping 123456")]
    [InlineData("短信来自 95500")]
    public void Talking_of_one_is_no_harm(string text) => Assert.False(CardSecrets.IsIn(text));

    [Fact]
    public void A_card_number_is_masked_in_every_text_of_a_message_and_in_the_records_in_it()
    {
        var message = new PostMessage.Command(CaseId.New(), $"my card {Card}, thanks");
        var asked = new AskForEvidence.Command(CaseId.New(), Guid.NewGuid(), [new EvidenceAsk(["OTHER"], RequirementLevel.Optional, $"卡 {Card}", "why")]);

        var (masked, secrets) = new CardDataSearch().Through(message);
        new CardDataSearch().Through(asked);

        Assert.Equal("my card 622202*********0128, thanks", message.Text);
        Assert.Equal("卡 622202*********0128", asked.Asks[0].WhyZh);
        Assert.Equal((1, 0), (masked, secrets.Count));
    }

    [Fact]
    public void Numbers_of_other_things_stay_as_they_are()
    {
        var record = new MeasureRecord { DocumentNumber = Card };
        new CardDataSearch().Through(new RecordMeasure.Command(CaseId.New(), Guid.NewGuid(), null, record));

        Assert.Equal(Card, record.DocumentNumber);
    }

    [Fact]
    public void A_field_with_a_code_is_named()
    {
        var (_, secrets) = new CardDataSearch().Through(new PostMessage.Command(CaseId.New(), "验证码 482913"));

        Assert.Equal(["Text"], secrets);
    }
}
