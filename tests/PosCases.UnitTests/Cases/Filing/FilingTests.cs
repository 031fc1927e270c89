using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Platform.Security;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Filing;

public sealed class FilingTests
{
    [Fact]
    public void A_filed_case_keeps_what_was_told_and_waits_to_be_taken_up()
    {
        var form = Stage.Form with { Amount = 48_200m, Institution = Stage.Bank, DocumentNumber = "D-1", Wording = "your account is frozen" };

        var made = Case.File(123, Shop, form, Clerk, Now, Clock).Value;

        Assert.Equal(("FZ-2026-000123", CaseStatus.Filed, Now, Clerk.Id), (made.Number, made.Status, made.FiledAt, made.FiledById));
        Assert.Equal((form, 48_200m, null), (made.Told, made.Amount, made.OwnerId));
        Assert.Equal(Now.AddHours(4), made.DueAt);
        Assert.Equal((CaseEventKind.Filed, CaseStatus.Draft, CaseStatus.Filed), (made.Events[0].Kind, made.Events[0].From, made.Events[0].To));
        var measure = Assert.Single(made.Measures);
        Assert.Equal((MeasureKind.SettlementDelay, "D-1", 48_200m, false), (measure.Kind, measure.DocumentNumber, measure.Amount, measure.IsConfirmed));
        Assert.Equal(Stage.Bank, Assert.Single(made.Parties).InstitutionId);
    }

    [Fact]
    public void What_the_merchant_does_not_know_is_kept_as_unknown()
    {
        var form = Stage.Form with { ToldBy = NoticeChannel.NoNotice, Measure = MeasureKind.Unknown, ImposedBy = ImposedBy.Unknown, Reason = ReasonGiven.Unknown };

        var made = Stage.Filed(form);

        Assert.Equal((MeasureKind.Unknown, ImposedBy.Unknown, null), (made.Measures[0].Kind, made.Measures[0].ImposedBy, made.Measures[0].Amount));
        Assert.Empty(made.Parties);
    }

    [Fact]
    public void The_desk_files_on_a_merchants_behalf_and_says_so()
    {
        var made = Case.File(1, Shop, Stage.Form, Li, Now, Clock).Value;

        Assert.True(made.FiledByDesk);
        Assert.Equal("yes", made.Events[0].Details["onBehalf"]);
        Assert.Null(made.OwnerId);
    }

    [Fact]
    public void Nobody_else_files_for_a_merchant() =>
        Assert.All([Stranger, Admin, Actor.System, Actor.Anonymous], by =>
            Assert.Equal(new CaseMoveRefused(CaseStatus.Draft, CaseAction.File), Case.File(1, Shop, Stage.Form, by, Now, Clock).Error));

    [Theory]
    [InlineData(null, null, Priority.Normal)]
    [InlineData(0, null, Priority.Urgent)]
    [InlineData(3, null, Priority.Urgent)]
    [InlineData(4, null, Priority.High)]
    [InlineData(14, null, Priority.High)]
    [InlineData(15, null, Priority.Normal)]
    [InlineData(15, 99_999.99, Priority.Normal)]
    [InlineData(null, 100_000.0, Priority.High)]
    [InlineData(3, 100_000.0, Priority.Urgent)]
    public void Little_cash_or_much_money_makes_a_case_urgent(int? cashDays, double? amount, Priority priority) =>
        Assert.Equal(priority, Stage.Filed(Stage.Form with { CashDays = cashDays, Amount = (decimal?)amount }).Priority);

    [Theory]
    [InlineData("2026-12-31T15:59:59Z", 7, "FZ-2026-000007")]
    [InlineData("2026-12-31T16:00:00Z", 8, "FZ-2027-000008")]
    [InlineData("2027-01-01T00:00:00Z", 1_234_567, "FZ-2027-1234567")]
    public void The_number_carries_the_year_in_Shanghai_and_the_running_serial(string filedAt, long serial, string number) =>
        Assert.Equal(number, CaseNumber.Format(serial, DateTimeOffset.Parse(filedAt, System.Globalization.CultureInfo.InvariantCulture)));
}
