using PosCases.Cases;
using PosCases.Cases.Verification;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Messages;

public sealed class ConflictTests(QuietHost app) : IClassFixture<QuietHost>
{
    private const int Editors = 50;

    [Fact]
    public async Task Of_fifty_who_edit_the_same_version_at_once_one_wins_and_the_others_are_told()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        var seen = (await app.ViewOf(id)).Case.Version;
        var li = app.As("li");

        var results = await Task.WhenAll(Enumerable.Range(0, Editors).Select(i => Task.Run(() => li.Send(Judge(id, seen, i)))));

        Assert.Single(results, r => r.Succeeded);
        Assert.Equal(Editors - 1, results.Count(r => r.Error is Conflict));
        Assert.Single(await app.EventsOf(id), e => e.Kind == CaseEventKind.VerdictRecorded);
        Assert.Equal(Editors - 1, (await app.AuditOf(id.Value)).Count(e => e is { Message: "RecordVerdict", Outcome: "Conflict" }));
    }

    [Fact]
    public async Task Two_servers_do_not_overwrite_each_other_either()
    {
        await using var other = new SecondServer(app);
        var id = await app.Given.Case().At(DemoPath.Verifying);
        var seen = (await app.ViewOf(id)).Case.Version;
        Sender[] servers = [app.As("li"), other.As(app.CallerOf("li"))];

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => servers[i % 2].Send(Judge(id, seen, i)))));

        Assert.Single(results, r => r.Succeeded);
        Assert.Equal(19, results.Count(r => r.Error is Conflict));
    }

    [Fact]
    public async Task Whoever_saw_an_older_version_is_told_and_nothing_is_saved()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        var seen = (await app.ViewOf(id)).Case.Version;
        Assert.True((await app.As("li").Send(Judge(id, seen, 1))).Succeeded);

        var late = await app.As("li").Send(Judge(id, seen, 2));

        var now = await app.ViewOf(id);
        Assert.IsType<Conflict>(late.Error);
        Assert.Equal("editor 1", now.Case.VerdictReasons);
        Assert.NotEqual(seen, now.Case.Version);
        Assert.True((await app.As("li").Send(Judge(id, now.Case.Version, 3))).Succeeded);
    }

    private static RecordVerdict.Command Judge(CaseId id, Guid version, int editor) => new(id, version, Authenticity.CannotTell, $"editor {editor}");
}
