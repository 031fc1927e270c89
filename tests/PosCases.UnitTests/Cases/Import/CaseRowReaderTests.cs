using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Import;
using PosCases.Cases.Transactions.Reading;
using static PosCases.UnitTests.Cases.Cast;

namespace PosCases.UnitTests.Cases.Import;

/// <summary>A row of an old list is a case, or says what is wrong with it.</summary>
public sealed class CaseRowReaderTests
{
    private static readonly CaseField[] Columns =
    [
        CaseField.Number, CaseField.Merchant, CaseField.FiledOn, CaseField.ClosedOn, CaseField.Outcome, CaseField.Amount, CaseField.Released, CaseField.Measure, CaseField.Cause,
        CaseField.AccountTail, CaseField.Notice,
    ];

    [Fact]
    public void A_closed_case_is_read_with_its_own_dates_and_its_money()
    {
        var read = Read("A-1", "华南百货", "2024年3月1日", "2024-04-02", "部分解冻", "1.2万", "￥2,000.00", "司法冻结", "wrongly_flagged", "6222 0000 1234", "来电通知").Good!;

        Assert.Equal(("A-1", "华南百货", Outcome.PartlyUnfrozen), (read.Number, read.Merchant, read.Outcome));
        Assert.Equal((12_000m, 2_000m, MeasureKind.JudicialFreeze), (read.Amount, read.Released, read.Measure));
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 16, 0, 0, TimeSpan.Zero), read.FiledAt);
        Assert.Equal(("WRONGLY_FLAGGED", "1234"), (read.Cause, read.AccountTail));
    }

    [Theory]
    [InlineData(CaseRowProblem.NumberMissing, 0, "", "M", "2024-03-01", "", "")]
    [InlineData(CaseRowProblem.MerchantMissing, 1, "A", "", "2024-03-01", "", "")]
    [InlineData(CaseRowProblem.FiledMissing, 2, "A", "M", "", "", "")]
    [InlineData(CaseRowProblem.DateUnreadable, 2, "A", "M", "01/03/2024", "", "")]
    [InlineData(CaseRowProblem.DateOutOfRange, 2, "A", "M", "2031-03-01", "", "")]
    [InlineData(CaseRowProblem.ClosedBeforeFiled, 3, "A", "M", "2024-03-01", "2024-02-01", "未解除")]
    [InlineData(CaseRowProblem.OutcomeMissing, 4, "A", "M", "2024-03-01", "2024-04-01", "")]
    [InlineData(CaseRowProblem.OutcomeWithoutEnd, 3, "A", "M", "2024-03-01", "", "未解除")]
    [InlineData(CaseRowProblem.OutcomeUnknown, 4, "A", "M", "2024-03-01", "2024-04-01", "办妥了")]
    public void What_is_wrong_is_said_with_its_column(CaseRowProblem kind, int column, string number, string merchant, string filed, string closed, string outcome)
    {
        var fault = Assert.Single(Read(number, merchant, filed, closed, outcome).Bad!.Faults);

        Assert.Equal((kind, column), (fault.Kind, fault.Column));
    }

    [Fact]
    public void A_row_with_several_faults_names_them_all() =>
        Assert.Equal(
            [CaseRowProblem.MerchantMissing, CaseRowProblem.DateUnreadable, CaseRowProblem.AmountUnreadable, CaseRowProblem.MeasureUnknown, CaseRowProblem.CauseUnknown],
            Read("A", "", "some day", "", "", "much", "", "stuck", "bad luck").Bad!.Faults.Select(f => f.Kind).Order());

    [Theory]
    [InlineData("部分解除", "100", "")]
    [InlineData("部分解除", "100", "100")]
    [InlineData("未解除", "100", "10")]
    [InlineData("扣划", "100", "")]
    [InlineData("全部解除", "100", "120")]
    public void Money_that_contradicts_the_outcome_is_a_fault(string outcome, string amount, string released) =>
        Assert.Equal(CaseRowProblem.MoneyDisagrees, Assert.Single(Read("A", "M", "2024-03-01", "2024-04-01", outcome, amount, released).Bad!.Faults).Kind);

    [Fact]
    public void The_second_of_two_rows_with_one_number_is_told_from_the_first()
    {
        var reader = new CaseRowReader(Columns, Now);

        Assert.NotNull(reader.Read(new TableRow(2, ["A", "M", "2024-03-01"])).Good);
        Assert.Equal(CaseRowProblem.NumberTwice, Assert.Single(reader.Read(new TableRow(3, ["a", "M", "2024-03-01"])).Bad!.Faults).Kind);
    }

    [Fact]
    public void Card_numbers_are_masked_and_a_password_keeps_its_row_out()
    {
        var masked = Read("A", "M", "2024-03-01", "", "", "", "", "", "", "", "paid by 4012888888881881").Good!;
        var fault = Assert.Single(Read("B", "M", "2024-03-01", "", "", "", "", "", "", "", "密码：123456").Bad!.Faults);

        Assert.Equal("paid by 401288******1881", masked.Notice);
        Assert.Equal((CaseRowProblem.Secret, ""), (fault.Kind, fault.Found));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_template_can_be_read_back(bool english)
    {
        CaseField[] all = [.. Enum.GetValues<CaseField>().Where(f => f != CaseField.Ignored)];

        var names = all.Select(f => CaseColumnWords.NameOf(f, english)).ToList();

        Assert.Equal(all, CaseColumnWords.GuessOf(names));
        Assert.All(names, name => Assert.DoesNotContain(name, char.IsDigit));
    }

    [Fact]
    public void Columns_that_make_no_case_are_refused()
    {
        Assert.Equal("NoFiled", Assert.Single(CaseColumnWords.Problems([CaseField.Number, CaseField.Merchant], 2)!.Fields).Code);
        Assert.Equal("ColumnTwice", Assert.Single(CaseColumnWords.Problems([CaseField.Number, CaseField.Number], 2)!.Fields).Code);
        Assert.Equal("ColumnCount", Assert.Single(CaseColumnWords.Problems([CaseField.Number], 2)!.Fields).Code);
        Assert.Null(CaseColumnWords.Problems([CaseField.FiledOn, CaseField.Number, CaseField.Merchant], 3));
    }

    private static (OldCase? Good, BadCaseRow? Bad) Read(params string[] cells) => new CaseRowReader(Columns, Now).Read(new TableRow(2, cells));
}
