using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform;

public sealed class OperationsTests(QuietHost host) : IClassFixture<QuietHost>
{
    private static readonly DateTimeOffset LongAgo = new(2026, 1, 5, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_parked_message_is_shown_without_what_it_says_and_goes_back_into_the_queue()
    {
        var id = await ParkAsync();

        var shown = Assert.Single((await host.As("admin").Send(new ListParked.Query())).Value.Parked, p => p.Id == id);
        Assert.Equal(("test", 7, "TimeoutException"), (shown.Kind, shown.Attempts, shown.LastError));
        Assert.DoesNotContain(typeof(ListParked.Row).GetProperties(), p => p.Name == nameof(OutboxMessage.Payload));
        Assert.Null((await host.As("admin").Send(new RetryParked.Command(id))).Error);

        Assert.DoesNotContain((await host.As("admin").Send(new ListParked.Query())).Value.Parked, p => p.Id == id);
        var stored = await host.AskAsync(db => db.Set<OutboxMessage>().SingleAsync(m => m.Id == id, TestContext.Current.CancellationToken));
        Assert.Equal((null, 0), (stored.ParkedAt, stored.Attempts));
        Assert.True(stored.NextAttemptAt > LongAgo);
    }

    [Fact]
    public async Task Putting_back_what_is_not_parked_finds_nothing() =>
        Assert.Equal("NotFound.OutboxMessage", (await host.As("admin").Send(new RetryParked.Command(Guid.NewGuid()))).Error?.Code);

    [Fact]
    public async Task The_jobs_are_listed_by_name()
    {
        await host.AskAsync(async db =>
        {
            db.AddRange(new JobLease { Name = "b", LastError = "Conflict" }, new JobLease { Name = "a", LastCount = 3 });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var jobs = (await host.As("admin").Send(new ListJobs.Query())).Value;

        Assert.Equal(["a", "b"], jobs.Select(j => j.Name).Where(name => name.Length == 1));
    }

    [Fact]
    public async Task Nobody_but_an_admin_operates()
    {
        foreach (var person in new[] { "li", "zhao", "huanan" })
        {
            Assert.IsType<NotPermitted>((await host.As(person).Send(new ListParked.Query())).Error);
            Assert.IsType<NotPermitted>((await host.As(person).Send(new ListJobs.Query())).Error);
            Assert.IsType<NotPermitted>((await host.As(person).Send(new RetryParked.Command(Guid.NewGuid()))).Error);
        }
    }

    private Task<Guid> ParkAsync() => host.AskAsync(async db =>
    {
        var message = OutboxMessage.Of("test", "secret", LongAgo);
        db.Add(message);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await db.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.ParkedAt, (DateTimeOffset?)LongAgo).SetProperty(m => m.Attempts, 7).SetProperty(m => m.LastError, "TimeoutException"),
            TestContext.Current.CancellationToken);
        return message.Id;
    });
}
