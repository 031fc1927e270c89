using PosCases.Cases;
using PosCases.Cases.Tags;
using PosCases.Cases.Worklist;
using PosCases.Cases.Worklist.Views;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.Team;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Worklist;

/// <summary>Tags, views, columns, skills and the next case.</summary>
public sealed class DeskTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task A_tag_finds_its_cases_for_the_desk_alone_and_can_be_taken_off_again()
    {
        var tag = $"T{Guid.NewGuid():N}"[..12];
        var id = await app.Given.Case().At(DemoPath.Filed);
        await Must(app.As("li").Send(new TagCase.Command(id, $"  {tag}  ")));
        await Must(app.As("wang").Send(new TagCase.Command(id, tag.ToLowerInvariant())));

        Assert.Equal([id], await Under("chen", tag));
        Assert.Equal([tag], (await app.As("li").Send(new ListCases.Query(WorkView.All, new CaseFilter { Tag = tag }))).Value.Rows[0].Tags);
        Assert.Contains(tag, (await app.As("li").Send(new ListTags.Query())).Value);
        Assert.Empty(await Under("huanan", tag));
        Assert.All((await app.As("huanan").Send(new ListCases.Query(WorkView.All, new CaseFilter(), Size: 100))).Value.Rows, row => Assert.Empty(row.Tags));
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new TagCase.Command(id, tag))).Error);

        await Must(app.As("li").Send(new TagCase.Command(id, tag, On: false)));
        Assert.Empty(await Under("chen", tag));
        Assert.DoesNotContain(tag, (await app.As("li").Send(new ListTags.Query())).Value);
    }

    [Fact]
    public async Task A_case_has_ten_tags_at_most()
    {
        var id = await app.Given.Case().At(DemoPath.Filed);
        for (var i = 0; i < CaseTag.Most; i++)
        {
            await Must(app.As("li").Send(new TagCase.Command(id, $"tag {i}")));
        }

        var refused = Assert.IsType<Invalid>((await app.As("li").Send(new TagCase.Command(id, "one more"))).Error);
        Assert.Equal("TooManyTags", refused.Fields[0].Code);
        await Must(app.As("li").Send(new TagCase.Command(id, "tag 3", On: false)));
        await Must(app.As("li").Send(new TagCase.Command(id, "one more")));
    }

    [Fact]
    public async Task A_shared_view_is_everybodys_a_private_one_its_owners_and_a_supervisor_tidies_up()
    {
        await Must(app.As("li").Send(new SaveView.Command("mine", "/desk?view=mine", IsShared: false)));
        await Must(app.As("li").Send(new SaveView.Command("hot", "/desk?priority=urgent", IsShared: true)));
        await Must(app.As("li").Send(new SaveView.Command("hot", "/desk?priority=urgent&tag=vip", IsShared: true)));

        Assert.Equal(["hot", "mine"], await NamesAsync("li"));
        var shared = Assert.Single(await ViewsAsync("wang"));
        Assert.Equal(("hot", "/desk?priority=urgent&tag=vip", false, false), (shared.Name, shared.Address, shared.IsMine, shared.MayDrop));
        Assert.IsType<NotFound>((await app.As("wang").Send(new DropView.Command(shared.Id))).Error);
        Assert.IsType<NotFound>((await app.As("zhao").Send(new DropView.Command((await ViewsAsync("li")).Single(v => v.Name == "mine").Id))).Error);

        await Must(app.As("zhao").Send(new DropView.Command(shared.Id)));
        Assert.Equal(["mine"], await NamesAsync("li"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/desk")]
    [InlineData("/desk/review")]
    [InlineData("//elsewhere.example")]
    [InlineData("")]
    public async Task A_view_leads_to_the_worklist_and_nowhere_else(string address) =>
        Assert.IsType<Invalid>((await app.As("li").Send(new SaveView.Command("elsewhere", address, IsShared: true))).Error);

    [Fact]
    public async Task Each_keeps_his_own_columns()
    {
        await Must(app.As("li").Send(new ChooseColumns.Command(["Merchant", "Tags"])));
        await Must(app.As("li").Send(new ChooseColumns.Command(["Tags"])));

        Assert.Equal(["Tags"], (await app.As("li").Send(new ChooseColumns.Query())).Value);
        Assert.Empty((await app.As("wang").Send(new ChooseColumns.Query())).Value);
    }

    [Fact]
    public async Task A_list_that_is_open_is_told_what_became_of_its_cases_and_what_belongs_to_it_now()
    {
        var tag = $"A{Guid.NewGuid():N}"[..12];
        var (stays, leaves) = (await app.Given.Case().At(DemoPath.Filed), await app.Given.Case().At(DemoPath.Filed));
        await Must(app.As("li").Send(new TagCase.Command(stays, tag)));

        var again = (await app.As("li").Send(new ListCases.AgainQuery([stays.Value, leaves.Value, Guid.NewGuid()], WorkView.All, new CaseFilter { Tag = tag }))).Value;

        Assert.Equal<HashSet<CaseId>>([stays, leaves], [.. again.Rows.Select(row => row.Id)]);
        Assert.Equal([stays], again.Belonging);
        Assert.Empty((await app.As("lanxin").Send(new ListCases.AgainQuery([stays.Value], WorkView.All, new CaseFilter()))).Value.Rows);
    }

    private async Task<IReadOnlyList<CaseId>> Under(string person, string tag) =>
        [.. (await app.As(person).Send(new ListCases.Query(WorkView.All, new CaseFilter { Tag = tag }))).Value.Rows.Select(row => row.Id)];

    private async Task<IReadOnlyList<ListViews.Row>> ViewsAsync(string person) => (await app.As(person).Send(new ListViews.Query())).Value;

    private async Task<IReadOnlyList<string>> NamesAsync(string person) => [.. (await ViewsAsync(person)).Select(view => view.Name)];

    private static async Task Must(Task<Result> answer) => Assert.Null((await answer).Error);
}

/// <summary>The next case, in a world where nothing else waits.</summary>
public sealed class NextCaseTests(QuietHost app) : IClassFixture<QuietHost>
{
    [Fact]
    public async Task The_next_case_is_the_most_urgent_that_fits_the_skills_until_the_load_is_full_or_somebody_elses_is_late()
    {
        app.Clock.StopAt(new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero));
        var chen = app.As("chen");
        Assert.Equal(new NothingToTake(0), (await chen.Send(new FindNextCase.Query())).Error);
        var calm = await app.Given.Case().Frozen(100m).At(DemoPath.Filed);
        var urgent = await app.Given.Case().Frozen(100m).At(DemoPath.Filed);
        var made = (await app.ViewOf(urgent)).Case;
        await Must(app.As("zhao").Send(new PosCases.Cases.Urgency.OverridePriority.Command(urgent, made.Version, Priority.Urgent, "wages are due")));

        var next = (await chen.Send(new FindNextCase.Query())).Value;
        Assert.Equal((urgent, Priority.Urgent, 0), (next.Id, next.Priority, next.Passed));

        // What the case asks for is somebody else's skill, as long as it is not late.
        var asked = next.Skill ?? throw new InvalidOperationException("The case of the demo names who imposed the measure.");
        await Must(app.As("zhao").Send(new SettleMember.Command(app.CallerOf("chen").Id, [.. Enum.GetValues<Skill>().Where(skill => skill != asked)], 2)));
        Assert.Equal(new NothingToTake(2), (await chen.Send(new FindNextCase.Query())).Error);
        app.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(urgent, (await chen.Send(new FindNextCase.Query())).Value.Id);

        // Two are as many as he carries.
        foreach (var id in new[] { urgent, calm })
        {
            var found = (await chen.Send(new FindNextCase.Query())).Value;
            Assert.Equal(id, found.Id);
            await Must(chen.Send(new StartVerification.Command(found.Id, found.Version)));
        }

        await app.Given.Case().At(DemoPath.Filed);
        Assert.Equal(new DeskFull(2), (await chen.Send(new FindNextCase.Query())).Error);
        Assert.IsType<NotPermitted>((await app.As("huanan").Send(new FindNextCase.Query())).Error);
        Assert.IsType<NotPermitted>((await chen.Send(new SettleMember.Command(app.CallerOf("chen").Id, [], 100))).Error);
    }

    private static async Task Must(Task<Result> answer) => Assert.Null((await answer).Error);
}
