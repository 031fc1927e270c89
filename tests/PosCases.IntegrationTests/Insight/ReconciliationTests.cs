using PosCases.Insight;
using PosCases.Platform;

namespace PosCases.IntegrationTests.Insight;

/// <summary>Figure of the page = list behind it = what the raw cases say, over the demo's world and some hundred random cases.</summary>
[Collection(InsightWorld.Name)]
public sealed class ReconciliationTests(InsightHost host)
{
    public static TheoryData<PeriodKind, int> Periods => new() { { PeriodKind.LastWeek, 0 }, { PeriodKind.ThisMonth, 0 }, { PeriodKind.LastQuarter, 0 }, { PeriodKind.Own, 70 }, { PeriodKind.Own, 400 } };

    [Theory]
    [MemberData(nameof(Periods))]
    public async Task Every_figure_says_what_the_raw_cases_say(PeriodKind kind, int days)
    {
        var filter = Filter(kind, days);
        var answer = await host.BoardAsync("zhao", null, filter);
        var raw = await RawFigures.ReadAsync(host);

        AssertSame(raw, answer);
    }

    [Fact]
    public async Task The_world_has_something_to_count_for_every_figure()
    {
        var answer = await host.BoardAsync("zhao", null, Filter(PeriodKind.Own, 400));

        Assert.Equal(["taken"], answer.Figures.Where(f => f.Total.Sample == 0).Select(f => f.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_figure_of_a_region_and_an_institution_says_what_its_raw_cases_say()
    {
        var all = await host.BoardAsync("zhao", null, Filter(PeriodKind.Own, 400));
        var region = all.Find("regions")!.Rows[0].Key;
        var institution = all.Find("institutions")!.Rows.First(r => r.Key.Length > 0).Key;
        var raw = await RawFigures.ReadAsync(host);

        AssertSame(raw.Only((_, where) => where == region), await host.BoardAsync("zhao", null, Filter(PeriodKind.Own, 400) with { Region = region }));
        AssertSame(raw.Only((c, _) => RawFigures.InstitutionOf(c) == institution), await host.BoardAsync("zhao", null, Filter(PeriodKind.Own, 400) with { Institution = Guid.Parse(institution) }));
    }

    [Fact]
    public async Task An_agent_counts_only_the_cases_that_he_owns()
    {
        var li = host.CallerOf("li").Id;
        var answer = await host.BoardAsync("li", null, Filter(PeriodKind.Own, 400));
        var raw = await RawFigures.ReadAsync(host);

        Assert.True(answer.OwnOnly);
        AssertSame(raw.Only((c, _) => c.OwnerId == li), answer);
    }

    [Fact]
    public async Task The_list_behind_every_number_is_as_long_as_the_number_says()
    {
        var filter = Filter(PeriodKind.Own, 400);
        var answer = await host.BoardAsync("zhao", null, filter);

        foreach (var figure in answer.Figures)
        {
            Assert.Equal(figure.Total.Sample, (await PageAsync(figure.Code, null)).Count);
            foreach (var row in figure.Rows.Take(6))
            {
                Assert.True(row.Sample == (await PageAsync(figure.Code, row.Key)).Count, $"{figure.Code} {row.Key}");
            }
        }

        async Task<ListFigureCases.Page> PageAsync(string code, string? key) => (await host.As("zhao").Send(new ListFigureCases.Query(code, filter, key))).Value;
    }

    [Fact]
    public async Task The_pages_of_a_list_hold_every_row_once()
    {
        var filter = Filter(PeriodKind.Own, 400);
        List<ListFigureCases.Row> rows = [];
        string? after = null;
        var count = 0;
        do
        {
            var page = (await host.As("zhao").Send(new ListFigureCases.Query("stage-median", filter, After: after))).Value;
            rows.AddRange(page.Rows);
            (after, count) = (page.Next, page.Count);
        }
        while (after is not null);

        Assert.True(count > ListFigureCases.PageSize);
        Assert.Equal(count, rows.Count);
        Assert.Equal(rows.OrderByDescending(r => r.On).Select(r => r.On), rows.Select(r => r.On));
    }

    [Fact]
    public async Task The_period_before_counts_what_that_period_itself_counts()
    {
        var answer = await host.BoardAsync("zhao", null, new InsightFilter { Period = PeriodKind.LastWeek });
        var before = await host.BoardAsync("zhao", null, new InsightFilter { Period = PeriodKind.Own, From = answer.Compared!.Value.From, To = answer.Compared.Value.To });

        Assert.All(answer.Figures.Where(f => !f.Figure.IsNow), f => Assert.Equal(before.Find(f.Code)!.Total.Value, f.Total.Before));
    }

    internal static void AssertSame(RawFigures raw, ViewBoard.Answer answer)
    {
        foreach (var shown in answer.Figures)
        {
            var things = raw.Of(shown.Code, answer.Span);
            var what = $"{shown.Code} in {answer.Span}";
            Assert.True(RawFigures.Value(shown.Figure, things) == shown.Total.Value, $"{what}: {RawFigures.Value(shown.Figure, things)} is shown as {shown.Total.Value}");
            foreach (var row in shown.Rows)
            {
                var days = FigureReader.DaysOf(shown.Figure, answer.Span, row.Key);
                var own = shown.Figure.Key == FigureKey.Day ? things.FindAll(t => days.Contains(t.On)) : things.FindAll(t => t.Key == row.Key);
                Assert.True(RawFigures.Value(shown.Figure, own) == row.Value, $"{what}, {row.Key}: {RawFigures.Value(shown.Figure, own)} is shown as {row.Value}");
            }

            if (shown.Hidden == 0 && shown.Figure.Aggregate == FigureAggregate.Count && shown.Rows.Count > 0)
            {
                Assert.True(shown.Rows.Sum(r => r.Sample) == things.Count, what);
            }
        }
    }

    private InsightFilter Filter(PeriodKind kind, int days)
    {
        var today = ShanghaiTime.DateOf(host.Clock.GetUtcNow());
        return new InsightFilter { Period = kind, From = days == 0 ? null : today.AddDays(-days), To = days == 0 ? null : today };
    }
}
