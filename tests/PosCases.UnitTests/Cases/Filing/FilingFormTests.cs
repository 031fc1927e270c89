using PosCases.Cases.Filing;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Filing;

public sealed class FilingFormTests
{
    [Fact]
    public void A_draft_may_be_empty() => Assert.Empty(Errors(new FilingForm(), finished: false));

    [Fact]
    public void A_finished_form_answers_every_question() =>
        Assert.Equal(
            ["Demands Unanswered", "ImposedBy Unanswered", "Measure Unanswered", "Reason Unanswered", "ToldBy Unanswered"],
            Errors(new FilingForm(), finished: true));

    [Fact]
    public void No_notice_no_reason_and_do_not_know_are_answers_everywhere()
    {
        FilingForm known = new()
        {
            ToldBy = NoticeChannel.NoNotice,
            Measure = MeasureKind.Unknown,
            AbilitiesOff = [Ability.Unknown],
            ImposedBy = ImposedBy.Unknown,
            Reason = ReasonGiven.NoReason,
            Before = [PriorEvent.Unknown],
        };

        Assert.Empty(Errors(known, finished: true));
        Assert.Empty(Errors(known with { ToldBy = NoticeChannel.Unknown, NothingDemanded = true, Reason = ReasonGiven.Unknown }, finished: true));
    }

    [Fact]
    public void A_given_reason_is_told() =>
        Assert.Equal(["ReasonText Unanswered"], Errors(Stage.Form with { Reason = ReasonGiven.Given }, finished: true));

    [Theory]
    [InlineData("0.00", "Amount Amount")]
    [InlineData("0.01", null)]
    [InlineData("9999999999.99", null)]
    [InlineData("10000000000.00", "Amount Amount")]
    public void An_amount_is_above_nothing_and_below_ten_thousand_million(string yuan, string? error) =>
        AssertSame(Stage.Form with { Amount = Yuan(yuan) }, error);

    [Theory]
    [InlineData("1234", null)]
    [InlineData("", null)]
    [InlineData("123", "AccountTail AccountTail")]
    [InlineData("12345", "AccountTail AccountTail")]
    [InlineData("12a4", "AccountTail AccountTail")]
    [InlineData("6222020000001234567", "AccountTail AccountTail")]
    [InlineData("1234\n", "AccountTail AccountTail")]
    public void Of_an_account_no_more_than_four_digits_are_taken(string tail, string? error) => AssertSame(Stage.Form with { AccountTail = tail }, error);

    [Fact]
    public void What_has_not_happened_yet_cannot_be_told()
    {
        var tomorrow = Today.AddDays(1);

        AssertSame(Stage.Form with { ToldOn = Today, Since = Today }, null);
        AssertSame(Stage.Form with { ToldOn = tomorrow, Since = Today }, "ToldOn Future");
        AssertSame(Stage.Form with { Since = tomorrow }, "Since Future");
    }

    [Fact]
    public void A_freeze_does_not_end_before_it_began()
    {
        AssertSame(Stage.Form with { Since = Today, ExpectedEnd = Today }, null);
        AssertSame(Stage.Form with { Since = Today, ExpectedEnd = Today.AddDays(-1) }, "ExpectedEnd EndBeforeStart");
        AssertSame(Stage.Form with { ExpectedEnd = Today.AddDays(-1) }, null);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(3650, null)]
    [InlineData(-1, "CashDays Days")]
    [InlineData(3651, "CashDays Days")]
    public void The_days_that_the_cash_lasts_are_plausible(int days, string? error) => AssertSame(Stage.Form with { CashDays = days }, error);

    [Fact]
    public void Texts_have_a_length_at_which_they_end_in_a_draft_too()
    {
        (int Longest, Func<string, FilingForm> Fill)[] texts =
        [
            (200, t => new() { Teller = t }), (40, t => new() { CallerNumber = t }), (2000, t => new() { Wording = t }), (32, t => new() { TerminalNumber = t }),
            (80, t => new() { Region = t }), (128, t => new() { InstitutionName = t }), (1000, t => new() { ReasonText = t }),
            (80, t => new() { DocumentNumber = t }), (2000, t => new() { BeforeText = t }),
        ];

        Assert.All(texts, text =>
        {
            Assert.Empty(Errors(text.Fill(new string('x', text.Longest)), finished: false));
            Assert.Single(Errors(text.Fill(new string('x', text.Longest + 1)), finished: false));
        });
    }

    private static void AssertSame(FilingForm form, string? error)
    {
        string[] expected = error is null ? [] : [error];
        Assert.Equal(expected, Errors(form, finished: true));
        Assert.Equal(expected, Errors(form, finished: false));
    }

    private static string[] Errors(FilingForm form, bool finished) =>
        [.. new FilingFormValidator(finished, Today).Validate(form).Errors.Select(e => $"{e.PropertyName} {e.ErrorCode}").Order(StringComparer.Ordinal)];

    private static decimal Yuan(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
