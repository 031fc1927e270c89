using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Platform;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.Team;
using PosCases.Team.Cover;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Team;

/// <summary>While somebody is away his cases are somebody else's, and afterwards his again.</summary>
public sealed class CoverTests(QuietHost app) : IClassFixture<QuietHost>
{
    private DateOnly Today => ShanghaiTime.DateOf(app.Clock.GetUtcNow());

    [Fact]
    public async Task Cases_go_to_the_cover_on_the_first_day_and_what_is_still_open_comes_back()
    {
        var (kept, given) = (await app.Given.Case().By("chen").At(DemoPath.Collecting), await app.Given.Case().By("chen").At(DemoPath.Collecting));
        var set = await SetAsync("zhao", "chen", "wang", Today, Today.AddDays(1));
        await TurnAsync();
        await TurnAsync();

        Assert.Equal(("wang", "Amy Chen"), (await OwnerOf(kept), (await ReadAsync(kept)).OwnerFor));
        Assert.Equal(2, (await ListAsync()).Open.Single(r => r.Absence.Id == set).Covered);
        var refused = await app.As("zhao").Send(new AssignCases.Command([kept], app.CallerOf("chen").Id));
        Assert.IsType<PersonAway>(refused.Error);
        Assert.IsType<PersonAway>((await app.As("chen").Send(new FindNextCase.Query())).Error);

        // One of them becomes somebody else's meanwhile: it stays there.
        await MustAsync(app.As("zhao").Send(new AssignCases.Command([given], app.CallerOf("li").Id)));
        app.Clock.Advance(TimeSpan.FromDays(2));
        await TurnAsync();
        await TurnAsync();

        Assert.Equal(("chen", "li"), (await OwnerOf(kept), await OwnerOf(given)));
        Assert.Null((await ReadAsync(kept)).OwnerFor);
        var moves = (await app.EventsOf(kept)).Where(e => e.Kind == CaseEventKind.Assigned).ToList();
        Assert.Equal(["away", "backFrom"], moves.Select(e => e.Details.Keys.Single(k => k != "owner")));
        Assert.Equal(AbsenceState.Over, (await ListAsync()).Past.Single(r => r.Absence.Id == set).Absence.State);
    }

    [Fact]
    public async Task Two_do_not_cover_each_other_and_nobody_covers_while_he_is_away()
    {
        var (from, to) = (Today.AddDays(100), Today.AddDays(103));
        await SetAsync("zhao", "li", "wang", from, to);

        Assert.IsType<CoverIsAway>((await TryAsync("zhao", "wang", "li", from.AddDays(1), to)).Error);
        Assert.IsType<CoversSomebody>((await TryAsync("zhao", "wang", "sun", to, to.AddDays(5))).Error);
        Assert.IsType<AwayAlready>((await TryAsync("zhao", "li", "sun", from.AddDays(-1), from)).Error);
        Assert.Null((await TryAsync("zhao", "wang", "li", to.AddDays(1), to.AddDays(2))).Error);
    }

    [Fact]
    public async Task Each_says_it_for_himself_and_a_cover_without_the_skills_is_asked_about()
    {
        var (from, to) = (Today.AddDays(200), Today.AddDays(201));
        await MustAsync(app.As("zhao").Send(new SettleMember.Command(app.CallerOf("sun").Id, [Skill.Banks], 40)));

        Assert.IsType<NotPermitted>((await TryAsync("li", "wang", "chen", from, to)).Error);
        var lacks = Assert.IsType<CoverLacksSkills>((await TryAsync("wang", "wang", "sun", from, to)).Error);
        Assert.Equal([Skill.PaymentInstitutions, Skill.Authorities], lacks.Skills);
        Assert.Null((await TryAsync("wang", "wang", "sun", from, to, despite: true)).Error);
    }

    [Fact]
    public async Task Whoever_is_back_early_gets_his_cases_at_once_and_a_planned_absence_is_taken_back()
    {
        var id = await app.Given.Case().By("sun").At(DemoPath.Collecting);
        var set = await SetAsync("zhao", "sun", "wang", Today, Today.AddDays(9));
        await TurnAsync();
        await TurnAsync();
        Assert.Equal("wang", await OwnerOf(id));

        await EndAsync("sun", set);
        await TurnAsync();

        Assert.Equal("sun", await OwnerOf(id));
        var planned = await SetAsync("sun", "sun", "wang", Today.AddDays(50), Today.AddDays(51));
        await EndAsync("sun", planned);
        Assert.Equal(AbsenceState.Cancelled, (await ListAsync()).Past.Single(r => r.Absence.Id == planned).Absence.State);
    }

    private async Task TurnAsync()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunJobsAsync();
    }

    private async Task EndAsync(string person, Guid absence) => await MustAsync(
        app.As(person).Send(new EndAbsence.Command(absence, (await ListAsync()).Open.Single(r => r.Absence.Id == absence).Absence.Version)));

    private async Task<Guid> SetAsync(string by, string person, string cover, DateOnly from, DateOnly to)
    {
        var set = await TryAsync(by, person, cover, from, to, despite: true);
        Assert.Null(set.Error);
        return set.Value;
    }

    private Task<Result<Guid>> TryAsync(string by, string person, string cover, DateOnly from, DateOnly to, bool despite = false) =>
        app.As(by).Send(new SetAbsence.Command(app.CallerOf(person).Id, from, to, app.CallerOf(cover).Id, null, despite));

    private async Task<ListAbsences.Answer> ListAsync() => (await app.As("zhao").Send(new ListAbsences.Query())).Value;

    private Task<Case> ReadAsync(CaseId id) => app.AskAsync(db => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id));

    private async Task<string> OwnerOf(CaseId id)
    {
        var owner = (await ReadAsync(id)).OwnerId;
        return new[] { "li", "wang", "chen", "zhao", "sun" }.Single(p => app.CallerOf(p).Id == owner);
    }

    private static async Task MustAsync(Task<Result> sending) => Assert.Null((await sending).Error);

    private static async Task MustAsync(Task<Result<int>> sending) => Assert.Null((await sending).Error);
}
