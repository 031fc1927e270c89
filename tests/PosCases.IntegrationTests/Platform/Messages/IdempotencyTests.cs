using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Cases.Filing;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Messages;

public sealed class IdempotencyTests(QuietHost app) : IClassFixture<QuietHost>
{
    private static readonly FilingForm Form = new()
    {
        ToldBy = NoticeChannel.NoNotice,
        Measure = MeasureKind.Unknown,
        ImposedBy = ImposedBy.Unknown,
        Reason = ReasonGiven.Unknown,
    };

    [Fact]
    public async Task The_same_command_sent_five_times_has_one_effect_and_the_same_answer()
    {
        var command = new FileCase.Command(Form, null, null);
        var before = await Cases();

        List<FileCase.Filed> answers = [];
        for (var i = 0; i < 5; i++)
        {
            answers.Add((await app.As("huanan").Send(command)).Value);
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(before + 1, await Cases());
        Assert.Single(await app.EventsOf(answers[0].Id));
        Assert.Single(await app.AuditOf(answers[0].Id.Value));
        Assert.Single(await app.OutboxOf(answers[0].Id));
    }

    [Fact]
    public async Task Five_at_the_same_moment_have_one_effect_and_the_same_answer()
    {
        var command = new FileCase.Command(Form, null, null);
        var before = await Cases();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => app.As("huanan").Send(command))));

        Assert.Single(answers.Select(a => a.Value).Distinct());
        Assert.Equal(before + 1, await Cases());
    }

    [Fact]
    public async Task Five_on_two_servers_have_one_effect_and_the_same_answer()
    {
        await using var other = new SecondServer(app);
        var command = new FileCase.Command(Form, null, null);
        var before = await Cases();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i =>
            Task.Run(() => i % 2 == 0 ? app.As("huanan").Send(command) : other.As(app.CallerOf("huanan")).Send(command))));

        Assert.Single(answers.Select(a => a.Value).Distinct());
        Assert.Equal(before + 1, await Cases());
    }

    [Fact]
    public async Task An_id_used_for_something_else_or_by_somebody_else_is_refused()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        var first = new PostMessage.Command(id, "one");
        Assert.True((await app.As("huanan").Send(first)).Succeeded);

        Result[] others =
        [
            await app.As("huanan").Send(first with { Text = "two" }),
            await app.As("li").Send(first),
            await app.As("li").Send(new AddNote.Command(id, "one") { CommandId = first.CommandId }),
        ];

        Assert.All(others, result => Assert.IsType<CommandIdReused>(result.Error));
        Assert.Equal("one", Assert.Single((await app.As("li").Send(new ViewMessages.Query(id))).Value.Messages).Text);
    }

    [Fact]
    public async Task A_refused_command_leaves_no_receipt_and_may_be_sent_again_with_what_was_missing()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        var refused = new PostMessage.Command(id, " ");

        Assert.IsType<Invalid>((await app.As("huanan").Send(refused)).Error);

        Assert.False(await app.AskAsync(db => db.Set<CommandReceipt>().AnyAsync(r => r.CommandId == refused.CommandId)));
        Assert.True((await app.As("huanan").Send(refused with { Text = "now with words" })).Succeeded);
    }

    private Task<int> Cases() => app.AskAsync(db => db.Set<Case>().CountAsync());
}
