using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Web.Cases;

namespace PosCases.ComponentTests.Cases;

public sealed class CaseEventTextTests : CaseContext
{
    [Theory]
    [InlineData("zh-CN", "华南银行 答复\uFF1A同意解除。原话\uFF1Aok [1] {2}")]
    [InlineData("en", "华南银行 answered: Lifted. In its words: ok [1] {2}")]
    public void An_event_is_a_sentence_in_the_readers_language_and_words_of_people_stay_as_they_are(string culture, string sentence)
    {
        Speak(culture);

        Assert.Equal(sentence, Say(CaseEventKind.InstitutionAnswered, false, ("institution", "华南银行"), ("answer", "Lifted"), ("text", "ok [1] {2}")));
    }

    [Fact]
    public void What_an_event_does_not_know_is_left_out_of_its_sentence() =>
        Assert.Equal("华南银行 answered: Refused.", Say(CaseEventKind.InstitutionAnswered, false, ("institution", "华南银行"), ("answer", "Refused")));

    [Fact]
    public void Amounts_dates_papers_and_steps_are_written_as_everywhere()
    {
        Assert.Equal(
            "Released: ¥1,200.50; still frozen: ¥300.00.",
            Say(CaseEventKind.LedgerEntryAdded, false, ("kind", "Released"), ("amount", "1200.50"), ("remaining", "300")));
        Assert.Equal(
            "Asked for: Sales slip (merchant's copy), Invoice (One of these).",
            Say(CaseEventKind.EvidenceAsked, false, ("evidence", "SALES_SLIP|INVOICE"), ("level", "OneOf")));
        Assert.Contains("Dec", Say(CaseEventKind.WaitingStarted, false, ("for", "Institution"), ("reason", "r"), ("until", "2026-12-01")), StringComparison.Ordinal);
        Assert.Equal("Done: Stay calm.", Say(CaseEventKind.StepDone, false, ("titleZh", "冷静"), ("titleEn", "Stay calm")));
    }

    [Fact]
    public void A_merchant_is_spoken_to_and_does_not_read_an_outcome_under_review()
    {
        Assert.Equal("An agent filed the case for you.", Say(CaseEventKind.Filed, true, ("onBehalf", "yes")));
        Assert.DoesNotContain("Refused", Say(CaseEventKind.ResolutionProposed, true, ("outcome", "Refused")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Every_event_has_a_sentence_even_without_any_value(string culture)
    {
        Speak(culture);

        Assert.All(Enum.GetValues<CaseEventKind>(), kind => Assert.DoesNotMatch(@"[\[\]{}]", Say(kind, true)));
    }

    string Say(CaseEventKind kind, bool forMerchant, params (string Name, string Value)[] details) =>
        Services.GetRequiredService<CaseEventText>().Of(kind, details.ToDictionary(d => d.Name, d => d.Value, StringComparer.Ordinal), forMerchant);
}
