using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases.Import;
using PosCases.Cases.Transactions.Reading;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Platform.Storage;
using PosCases.Web.Desk.Import;

namespace PosCases.ComponentTests.Desk.Import;

public sealed class ImportPageTests : DeskContext
{
    static readonly Actor Zhao = new(Guid.NewGuid(), "Zhao", Role.Supervisor, null);

    readonly CaseImport import = CaseImport.Of(
        CaseImportId.New(), "old.csv", new Vault.Kept(new string('a', 32), 10, new string('b', 64), Guid.NewGuid(), null),
        new TableShape { Format = TableFormat.Csv, HeaderRow = 1, Headers = ["原编号", "商户名称", "受理日期", "x"], Rows = 3, Sample = [["A-1", "M", "2024-03-01", "?"]], Guess = [] },
        Zhao, Now);

    IReadOnlyList<ViewCaseImports.Row> issues = [];

    public ImportPageTests()
        : base(services => services.AddSingleton(new PosCases.Cases.Transactions.ImportLimits()))
    {
        SignIn(Zhao);
        Mediator.On<ViewCaseImports.Query>(_ => Answer<IReadOnlyList<CaseImport>>([import]));
        Mediator.On<ViewCaseImports.OneQuery>(_ => Answer(new ViewCaseImports.One(import, new Page<ViewCaseImports.Row>(issues, issues.Count, 1, 50), [new(Zhao.Id, Zhao.Name)])));
    }

    [Fact]
    public void The_columns_are_guessed_by_their_names_and_sent_as_they_were_confirmed()
    {
        Mediator.On<CheckCaseImport.Command>(_ => Result.Ok);
        var page = Render<ImportStatePage>(p => p.Add(s => s.Id, import.Id.Value));

        page.Find("input[name='Choices.Source']").Change("legacy");
        page.FindAll("select")[3].Change(nameof(CaseField.Notice));
        page.Find("form").Submit();

        var sent = Mediator.Only<CheckCaseImport.Command>();
        Assert.Equal([CaseField.Number, CaseField.Merchant, CaseField.FiledOn, CaseField.Notice], sent.Columns);
        Assert.Equal(new CaseImportChoices("legacy", Zhao.Id, MerchantKind.Company), sent.Choices);
    }

    [Fact]
    public void The_report_says_what_is_wrong_with_a_row_and_how_to_mend_it_and_the_run_asks_once()
    {
        import.Check(import.Columns, new CaseImportChoices("legacy", Zhao.Id, MerchantKind.Company));
        import.Advance(0, new CaseBatch(3, 2, 1, 1, 0, 1));
        import.Finish(Now);
        issues = [new(4, "A-3", null, false, [new CaseRowFault(CaseRowProblem.DateUnreadable, 2, "03/04/2024")])];
        Mediator.On<StartCaseImport.Command>(_ => Result.Ok);
        var page = Render<ImportStatePage>(p => p.Add(s => s.Id, import.Id.Value));

        Assert.Contains("Checked: 2 cases can come in", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Put the year first", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Mediator.Sent.OfType<StartCaseImport.Command>());
    }

    [Fact]
    public void While_a_list_is_under_way_no_second_one_is_asked_for()
    {
        var page = Render<ImportPage>();

        Assert.Empty(page.FindAll("input[type=file]"));
        Assert.Contains("One list is not finished yet", page.Markup, StringComparison.Ordinal);
    }
}
