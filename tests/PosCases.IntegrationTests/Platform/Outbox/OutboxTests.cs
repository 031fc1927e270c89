using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Conversation;
using PosCases.Cases.Notices;
using PosCases.People;
using PosCases.Platform.Outbox;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Outbox;

public sealed class OutboxTests(OutboxTests.Host app) : IClassFixture<OutboxTests.Host>
{
    [Fact]
    public async Task A_message_reaches_the_other_side_and_the_authors_colleagues_and_nobody_else()
    {
        var id = await Quiet(DemoPath.Verifying);

        await app.As("huanan").Send(new PostMessage.Command(id, "any news?"));
        await app.DeliverAsync();

        Assert.Equal(["huanan-staff", "li"], await ToldOf(id));
    }

    [Fact]
    public async Task A_proposal_reaches_the_supervisors_and_the_merchant_but_not_the_proposer()
    {
        var id = await Quiet(DemoPath.Answered);
        var view = await app.ViewOf(id);

        var proposed = await app.As("li").Send(new PosCases.Cases.Resolution.ProposeResolution.Command(id, view.Case.Version, new()
        {
            Outcome = Outcome.Refused,
            Statement = "s",
            Proof = "letter",
            Advice = "a",
        }));
        await app.DeliverAsync();

        Assert.True(proposed.Succeeded);
        Assert.Equal(["huanan", "huanan-staff", "sun", "zhao"], await ToldOf(id));
    }

    [Fact]
    public async Task What_happens_inside_the_desk_is_told_to_nobody()
    {
        var id = await Quiet(DemoPath.Submitted);
        var step = (await app.ViewOf(id)).Case.Steps.First(s => s.Role == PosCases.Cases.Plan.StepRole.Agent);

        await app.As("li").Send(new AddNote.Command(id, "they sound nervous"));
        await app.As("li").Send(new PosCases.Cases.Plan.EndStep.Command(id, step.Id, Done: true, "called"));
        await app.DeliverAsync();

        Assert.Empty(await ToldOf(id));
    }

    [Fact]
    public async Task Delivered_twice_it_is_told_once()
    {
        var id = await Quiet(DemoPath.Verifying);
        await app.As("huanan").Send(new PostMessage.Command(id, "any news?"));
        await app.DeliverAsync();

        // As when the server dies between the delivery and its note that it is done.
        await app.AskAsync(db => db.Set<OutboxMessage>().Where(m => m.DoneAt != null && m.Payload.Contains(id.Value.ToString()))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, (DateTimeOffset?)null)));
        await app.DeliverAsync();

        Assert.Equal(["huanan-staff", "li"], await ToldOf(id));
        Assert.All(await app.OutboxOf(id), m => Assert.NotNull(m.DoneAt));
    }

    [Fact]
    public async Task A_refused_command_leaves_nothing_to_deliver()
    {
        var id = await Quiet(DemoPath.Verifying);
        var before = (await app.OutboxOf(id)).Count;

        await app.As("huanan").Send(new PostMessage.Command(id, " "));
        await app.As("lanxin").Send(new PostMessage.Command(id, "not mine"));

        Assert.Equal(before, (await app.OutboxOf(id)).Count);
    }

    [Fact]
    public async Task A_failing_delivery_is_tried_again_on_schedule_and_parked_after_the_last_try()
    {
        var id = await app.PutAsync(Fragile.Failing);
        List<TimeSpan> waits = [];
        for (var attempt = 1; attempt <= OutboxPump.Schedule.Length; attempt++)
        {
            await app.Pump.RunAsync(CancellationToken.None);
            var failed = await app.MessageAsync(id);
            Assert.Equal((attempt, null, "IOException"), (failed.Attempts, failed.ParkedAt, failed.LastError));
            waits.Add(failed.NextAttemptAt - app.Clock.GetUtcNow());

            app.Clock.Advance(waits[^1] - TimeSpan.FromSeconds(1));
            await app.Pump.RunAsync(CancellationToken.None);
            Assert.Equal(attempt, (await app.MessageAsync(id)).Attempts);
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await app.Pump.RunAsync(CancellationToken.None);
        var parked = await app.MessageAsync(id);
        app.Clock.Advance(TimeSpan.FromDays(30));
        await app.Pump.RunAsync(CancellationToken.None);

        Assert.Equal(["00:00:30", "00:02:00", "00:10:00", "01:00:00", "04:00:00", "12:00:00"], waits.Select(w => w.ToString()));
        Assert.NotNull(parked.ParkedAt);
        Assert.Equal(parked.Attempts, (await app.MessageAsync(id)).Attempts);
    }

    [Fact]
    public async Task A_delivery_that_timed_out_is_a_failure_like_any_other_and_does_not_stop_the_rest()
    {
        var timedOut = await app.PutAsync(Fragile.TimingOut);
        var fine = await app.PutAsync(Fragile.Working);

        await app.Pump.RunAsync(CancellationToken.None);

        Assert.Equal((1, "TaskCanceledException"), ((await app.MessageAsync(timedOut)).Attempts, (await app.MessageAsync(timedOut)).LastError));
        Assert.NotNull((await app.MessageAsync(fine)).DoneAt);
    }

    [Fact]
    public async Task Several_that_find_the_same_message_deliver_it_once()
    {
        var id = await app.PutAsync(Fragile.Working);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => app.Pump.RunAsync(CancellationToken.None))));

        Assert.Equal(1, (await app.MessageAsync(id)).Attempts);
        Assert.Equal(1, app.Deliveries(id));
    }

    [Fact]
    public async Task A_leased_message_is_left_alone_until_the_lease_ends()
    {
        var id = await app.PutAsync(Fragile.Working);
        DateTimeOffset? until = app.Clock.GetUtcNow().AddMinutes(2);
        await app.AskAsync(db => db.Set<OutboxMessage>().Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeasedUntil, until)));

        await app.Pump.RunAsync(CancellationToken.None);
        var leased = (await app.MessageAsync(id)).DoneAt;
        app.Clock.Advance(TimeSpan.FromMinutes(2) + TimeSpan.FromSeconds(1));
        await app.Pump.RunAsync(CancellationToken.None);

        Assert.Null(leased);
        Assert.NotNull((await app.MessageAsync(id)).DoneAt);
    }

    private async Task<CaseId> Quiet(DemoPath path)
    {
        var id = await app.Given.Case().At(path);
        await app.DeliverAsync();
        await app.AskAsync(db => db.Set<Notification>().ExecuteDeleteAsync());
        return id;
    }

    private Task<List<string>> ToldOf(CaseId id) => app.AskAsync(async db =>
        (await db.Set<Notification>().Where(n => n.CaseId == id).Join(db.Set<Person>(), n => n.PersonId, p => p.Id, (n, p) => p.UserName!).ToListAsync())
            .ConvertAll(name => name.Split('@')[0]).Order(StringComparer.Ordinal).ToList());

    /// <summary>Takes messages as their payload says.</summary>
    private sealed class Fragile(Host host) : IOutboxConsumer
    {
        public const string Working = "works";
        public const string Failing = "fails";
        public const string TimingOut = "times out";

        public string Kind => "fragile";

        public Task ConsumeAsync(OutboxMessage message, CancellationToken ct)
        {
            host.Count(message.Id);
            return message.Read<string>() switch
            {
                Failing => throw new IOException("the relay is down"),
                TimingOut => throw new TaskCanceledException("no answer"),
                _ => Task.CompletedTask,
            };
        }
    }

    public sealed class Host : QuietHost
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<Guid, int> deliveries = new();

        public Host() => Clock.StopAt(new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero));

        internal OutboxPump Pump => Services.GetRequiredService<OutboxPump>();

        internal int Deliveries(Guid id) => deliveries.GetValueOrDefault(id);

        internal void Count(Guid id) => deliveries.AddOrUpdate(id, 1, (_, count) => count + 1);

        internal Task<Guid> PutAsync(string what) => AskAsync(async db =>
        {
            var message = OutboxMessage.Of("fragile", what, Clock.GetUtcNow());
            db.Set<OutboxMessage>().Add(message);
            await db.SaveChangesAsync();
            return message.Id;
        });

        internal Task<OutboxMessage> MessageAsync(Guid id) => AskAsync(db => db.Set<OutboxMessage>().AsNoTracking().SingleAsync(m => m.Id == id));

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddScoped<IOutboxConsumer>(_ => new Fragile(this)));
        }
    }
}
