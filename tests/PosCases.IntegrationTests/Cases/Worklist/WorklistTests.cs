using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Worklist;
using PosCases.Platform;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Worklist;

public sealed class WorklistTests(WorklistTests.Host app) : IClassFixture<WorklistTests.Host>
{
    [Fact]
    public async Task Each_view_shows_its_part_of_the_work_and_counts_what_it_shows()
    {
        Assert.Equal([app.Filed], await Ids(WorkView.Unassigned));
        Assert.Equal(new[] { app.Verifying, app.Waiting, app.Proposed, app.FollowUp }.OrderBy(id => id.Value), (await Ids(WorkView.Mine)).OrderBy(id => id.Value));
        Assert.Equal([app.Waiting], await Ids(WorkView.Waiting));
        Assert.Equal([app.Proposed], await Ids(WorkView.InReview));
        Assert.Equal([app.FollowUp], await Ids(WorkView.Overdue));
        Assert.Equal(6, (await Ids(WorkView.All)).Count);

        var counts = (await app.As("li").Send(new ListCases.CountQuery())).Value;
        foreach (var view in Enum.GetValues<WorkView>())
        {
            Assert.Equal((await Ids(view)).Count, counts[view]);
        }
    }

    [Fact]
    public async Task What_is_due_today_is_due_until_midnight_in_Shanghai()
    {
        var due = (await app.As("li").Send(new ListCases.Query(WorkView.DueToday, new CaseFilter()))).Value.Rows;

        // It is noon: four hours for a filed case end today, a day for a verification ends tomorrow.
        Assert.Equal([app.Filed], due.Select(r => r.Id));
        Assert.All(due, r => Assert.Equal(ShanghaiTime.DateOf(app.Clock.GetUtcNow()), ShanghaiTime.DateOf(r.Facts.DueAt)));
    }

    [Fact]
    public async Task A_few_cases_of_an_institution_a_tag_or_a_cause_are_found_by_it_and_many_are_not()
    {
        var bank = (await app.ViewOf(app.Verifying)).Case.Parties[0].InstitutionId;

        Assert.Equal(6, (await Few(new() { Institution = bank }, 50))!.Count);
        Assert.Null(await Few(new() { Institution = bank }, 2));
        Assert.Contains(app.Waiting, (await Few(new() { Cause = "ABNORMAL_TXN" }, 50))!);
        Assert.DoesNotContain(app.Verifying, (await Few(new() { Cause = "ABNORMAL_TXN" }, 50))!);
        Assert.Empty((await Few(new() { Institution = new(Guid.NewGuid()) }, 1))!);
        Assert.Empty((await Few(new() { Institution = bank, Tag = "on no case" }, 1))!);
        Assert.Null(await Few(new() { Statuses = [CaseStatus.Filed] }, 50));

        Task<IReadOnlyCollection<CaseId>?> Few(CaseFilter filter, int most) => app.AskAsync(db => db.FewAsync(filter, most, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Each_filter_narrows_the_list_to_what_it_says()
    {
        var bank = (await app.ViewOf(app.Verifying)).Case.Parties[0].InstitutionId;
        var wang = app.CallerOf("wang").Id;

        Assert.Equal(new[] { app.Filed, app.Verifying }.OrderBy(id => id.Value), (await Found(new() { Statuses = [CaseStatus.Filed, CaseStatus.Verification] })).OrderBy(id => id.Value));
        Assert.Equal(6, (await Found(new() { Institution = bank })).Count);
        Assert.Empty(await Found(new() { Institution = new(Guid.NewGuid()) }));
        Assert.Equal(6, (await Found(new() { Measure = MeasureKind.SettlementDelay })).Count);
        Assert.Empty(await Found(new() { Measure = MeasureKind.JudicialFreeze }));
        Assert.DoesNotContain(app.Verifying, await Found(new() { Cause = "ABNORMAL_TXN" }));
        Assert.Contains(app.Waiting, await Found(new() { Cause = "ABNORMAL_TXN" }));
        Assert.Equal([app.Filed], await Found(new() { AmountFrom = 900_000m }));
        Assert.Equal([app.Filed], await Found(new() { AmountFrom = 900_000.01m, AmountTo = 900_000.01m }));
        Assert.Empty(await Found(new() { AmountFrom = 900_000.02m }));
        Assert.Equal([app.Closed], await Found(new() { Owner = OwnedBy.Person(wang) }));
        Assert.Equal([app.Filed], await Found(new() { Owner = OwnedBy.Nobody }));
        Assert.Equal(new[] { app.Verifying, app.Waiting, app.Proposed, app.FollowUp }.OrderBy(id => id.Value), (await Found(new() { Owner = OwnedBy.Me })).OrderBy(id => id.Value));
        Assert.Equal(6, (await Found(new() { OlderThanDays = 0 })).Count);
        Assert.Empty(await Found(new() { OlderThanDays = 1 }));
        Assert.Equal([app.Waiting], await Found(new() { Statuses = [CaseStatus.Waiting], Cause = "ABNORMAL_TXN", Text = "DOC-7" }));
    }

    [Fact]
    public async Task Text_is_found_in_number_merchant_institution_document_and_notes_in_Chinese_too()
    {
        var made = (await app.ViewOf(app.Verifying)).Case;

        Assert.Equal([app.Verifying], await Found(new() { Text = made.Number[3..] }));
        Assert.Equal(new[] { app.Verifying, app.Filed, app.Waiting, app.Proposed, app.FollowUp }.OrderBy(id => id.Value), (await Found(new() { Text = "华南小" })).OrderBy(id => id.Value));
        Assert.Equal(6, (await Found(new() { Text = "星河" })).Count);
        Assert.Equal(6, (await Found(new() { Text = "doc-7" })).Count);
        Assert.Equal([app.Verifying], await Found(new() { Text = "店主很着急" }));
        Assert.Empty(await Found(new() { Text = "店主不着急" }));
        Assert.Empty(await Found(new() { Text = "%" }));
        Assert.Empty(await Found(new() { Text = "_" }));
    }

    [Theory]
    [InlineData(CaseSort.Due)]
    [InlineData(CaseSort.Newest)]
    [InlineData(CaseSort.Oldest)]
    [InlineData(CaseSort.Amount)]
    [InlineData(CaseSort.Priority)]
    public async Task Paging_goes_through_every_row_once_in_the_order_of_the_sort(CaseSort sort)
    {
        var whole = (await app.As("zhao").Send(new ListCases.Query(WorkView.All, new CaseFilter(), sort))).Value;

        List<CaseSummary> paged = [];
        string? cursor = null;
        do
        {
            var page = (await app.As("zhao").Send(new ListCases.Query(WorkView.All, new CaseFilter(), sort, cursor, 2))).Value;
            Assert.InRange(page.Rows.Count, 1, 2);
            paged.AddRange(page.Rows);
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Null(whole.Next);
        Assert.Equal(whole.Rows.Select(r => r.Id), paged.Select(r => r.Id));
        Assert.Equal(
            sort switch
            {
                CaseSort.Due => paged.OrderBy(r => r.Facts.DueAt).ThenBy(r => r.Serial),
                CaseSort.Newest => paged.OrderByDescending(r => r.FiledAt).ThenByDescending(r => r.Serial),
                CaseSort.Oldest => paged.OrderBy(r => r.FiledAt).ThenBy(r => r.Serial),
                CaseSort.Amount => paged.OrderByDescending(r => r.Amount).ThenByDescending(r => r.Serial),
                CaseSort.Priority => paged.OrderByDescending(r => r.Priority).ThenBy(r => r.Facts.DueAt.UtcTicks / TimeSpan.TicksPerMinute).ThenBy(r => r.Serial),
            },
            paged);
    }

    [Fact]
    public async Task A_cursor_that_is_none_starts_from_the_top_and_a_page_is_never_too_large()
    {
        var page = (await app.As("zhao").Send(new ListCases.Query(WorkView.All, new CaseFilter(), CaseSort.Due, "'; DROP TABLE Cases", 100_000))).Value;
        var least = (await app.As("zhao").Send(new ListCases.Query(WorkView.All, new CaseFilter(), CaseSort.Due, null, -5))).Value;

        Assert.Equal((6, 1), (page.Rows.Count, least.Rows.Count));
    }

    [Fact]
    public async Task The_load_of_each_agent_and_supervisor_is_what_the_worklist_shows()
    {
        var load = (await app.As("zhao").Send(new ViewLoad.Query())).Value.ToDictionary(r => r.PersonId);

        var li = load[app.CallerOf("li").Id];
        Assert.Equal((4, 1, 1), (li.Open, li.Waiting, li.Overdue));
        Assert.Equal(0, load[app.CallerOf("wang").Id].Open);
        Assert.Equal(5, load.Count);
    }

    private async Task<IReadOnlyList<CaseId>> Ids(WorkView view) =>
        [.. (await app.As("li").Send(new ListCases.Query(view, new CaseFilter()))).Value.Rows.Select(r => r.Id)];

    private async Task<IReadOnlyList<CaseId>> Found(CaseFilter filter) =>
        [.. (await app.As("li").Send(new ListCases.Query(WorkView.All, filter))).Value.Rows.Select(r => r.Id)];

    /// <summary>Six cases at noon in Shanghai.</summary>
    public sealed class Host : QuietHost, IAsyncLifetime
    {
        public Host() => Clock.StopAt(new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero));

        public CaseId Filed { get; private set; }

        public CaseId Verifying { get; private set; }

        public CaseId Waiting { get; private set; }

        public CaseId Proposed { get; private set; }

        public CaseId FollowUp { get; private set; }

        public CaseId Closed { get; private set; }

        public async ValueTask InitializeAsync()
        {
            Verifying = await Given.Case().Noted("店主很着急").At(DemoPath.Verifying);
            Filed = await Given.Case().Frozen(900_000.01m).At(DemoPath.Filed);
            Waiting = await Given.Case().At(DemoPath.Waiting);
            Proposed = await Given.Case().Frozen(77m).At(DemoPath.Proposed);
            FollowUp = await Given.Case().At(DemoPath.FollowUpDue);
            Closed = await Given.Case().Of("xiangman").By("wang").At(DemoPath.ClosedRefused);
            await IndexAsync();
        }
    }
}
