using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Insight;
using PosCases.Platform.Documents;
using PosCases.Platform.Messages;
using PosCases.Platform.Tools;
using PosCases.Web.Cases;
using PosCases.Web.Insight;
using PosCases.Web.Shell;

namespace PosCases.ComponentTests.Insight;

public sealed class BoardPageTests : FeatureContext
{
    public BoardPageTests()
        : base(isInteractive: false, services => services.AddCaseScreens().AddSingleton(_ => new ExternalTools(new ToolOptions { Paths = Enum.GetValues<Tool>().ToDictionary(t => t, _ => "") })).AddSingleton<PdfPrinter>()
            .AddSingleton(new PosCases.Platform.Mail.MailOptions())) =>
        Authorization.SetAuthorized("Zhao").SetRoles(NavRoles.Supervisor);

    [Fact]
    public void Every_number_leads_to_its_cases_and_keeps_the_filters_of_the_address()
    {
        var page = Page("/insight/outcomes?period=last-month&region=X", Outcomes(40));

        var link = page.Find("#figure-outcomes tbody a").GetAttribute("href")!;

        Assert.StartsWith("/insight/cases?period=last-month&region=X&figure=outcomes", link, StringComparison.Ordinal);
        Assert.EndsWith("key=FullyUnfrozen", link, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_picture_has_its_numbers_in_a_table_and_says_how_it_is_counted()
    {
        var page = Page("/insight/outcomes", Outcomes(40));

        Assert.Equal("true", page.Find("#figure-outcomes svg").GetAttribute("aria-hidden"));
        Assert.Equal(2, page.FindAll("#figure-outcomes tbody tr").Count);
        Assert.Contains(Figures.Find("outcomes")!.Counts.En, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_sample_is_marked_and_a_large_one_is_not()
    {
        Assert.Contains("Fewer than 10", Page("/insight/outcomes", Median(4)).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Fewer than 10", Page("/insight/outcomes", Median(40)).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_said_that_the_count_is_behind_that_restricted_cases_are_left_out_and_that_PDF_cannot_be_made()
    {
        var page = Page("/insight", Outcomes(40) with { BehindSince = Now });

        Assert.Contains("not counted yet", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Restricted cases are in no figure", page.Markup, StringComparison.Ordinal);
        Assert.Contains("no Chromium", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a[href*='.pdf']"));
    }

    [Fact]
    public void Nothing_in_a_period_is_said_instead_of_drawing_empty_pictures()
    {
        var page = Page("/insight", Outcomes(0));

        Assert.Contains("Nothing in this period", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".figure-grid"));
    }

    [Fact]
    public void Who_may_not_is_refused()
    {
        Mediator.On<ListInsightChoices.Query>(_ => Refuse<ListInsightChoices.Choices>(new NotPermitted()));
        Mediator.On<ViewBoard.Query>(_ => Refuse<ViewBoard.Answer>(new NotPermitted()));

        Assert.Empty(Render<BoardPage>().FindAll(".figure-grid, .insight-fields"));
    }

    [Fact]
    public void An_address_says_everything_that_is_shown_and_is_read_back()
    {
        var address = new InsightAddress
        {
            Board = Board.Money,
            Filter = new InsightFilter
            {
                Period = PeriodKind.Own,
                From = new DateOnly(2026, 1, 2),
                To = new DateOnly(2026, 2, 3),
                Compare = CompareWith.YearBefore,
                Institution = Guid.NewGuid(),
                Region = "广东 深圳",
                Model = "A&B=1",
                Cause = "ABNORMAL_TXN",
                Owner = Guid.NewGuid(),
            },
        };

        Assert.Equal(address, InsightAddress.Parse("money", address.ToHref()));
    }

    private static ViewBoard.Answer Outcomes(int count) => Answer(new FigureAnswer(
        "outcomes", new FigureRow("", count, count, 3), count == 0 ? [] : [new FigureRow("FullyUnfrozen", count - 1, count - 1, 2), new FigureRow("Refused", 1, 1, 1)], 0, 0));

    private static ViewBoard.Answer Median(int count) => Answer(new FigureAnswer("days-median", new FigureRow("", 7, count, null), [], 0, 0));

    private static ViewBoard.Answer Answer(FigureAnswer figure) =>
        new(new DaySpan(new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 15)), new DaySpan(new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 8)), [figure], Now, null, false, false);

    private IRenderedComponent<BoardPage> Page(string address, ViewBoard.Answer answer)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        Mediator.On<ListInsightChoices.Query>(_ => FeatureContext.Answer(new ListInsightChoices.Choices([], [], [], [])));
        Mediator.On<ViewBoard.Query>(_ => FeatureContext.Answer(answer));
        return Render<BoardPage>(p => p.Add(c => c.BoardName, address.Split('/', '?') is [_, _, var board, ..] && address.StartsWith("/insight/", StringComparison.Ordinal) ? board : null));
    }
}
