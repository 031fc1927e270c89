using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;

namespace PosCases.IntegrationTests.Platform;

public sealed class OperationsTests(CoreHost core) : IClassFixture<CoreHost>
{
    private static readonly DateTimeOffset LongAgo = new(2026, 1, 5, 4, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_parked_message_is_shown_without_what_it_says_and_goes_back_into_the_queue()
    {
        var id = await ParkAsync();

        var shown = Assert.Single((await core.Send(new ListParked.Query(), core.Admin)).Value.Parked, p => p.Id == id);
        Assert.Equal(("test", 7, "TimeoutException"), (shown.Kind, shown.Attempts, shown.LastError));
        Assert.DoesNotContain(typeof(ListParked.Row).GetProperties(), p => p.Name == nameof(OutboxMessage.Payload));
        Assert.Null((await core.Send(new RetryParked.Command(id), core.Admin)).Error);

        Assert.DoesNotContain((await core.Send(new ListParked.Query(), core.Admin)).Value.Parked, p => p.Id == id);
        var stored = await core.InDatabaseAsync(db => db.Set<OutboxMessage>().SingleAsync(m => m.Id == id, TestContext.Current.CancellationToken));
        Assert.Equal((null, 0), (stored.ParkedAt, stored.Attempts));
        Assert.True(stored.NextAttemptAt > LongAgo);
    }

    [Fact]
    public async Task Putting_back_what_is_not_parked_finds_nothing() =>
        Assert.Equal("NotFound.OutboxMessage", (await core.Send(new RetryParked.Command(Guid.NewGuid()), core.Admin)).Error?.Code);

    [Fact]
    public async Task The_jobs_are_listed_by_name()
    {
        await core.InDatabaseAsync(async db =>
        {
            db.AddRange(new JobLease { Name = "b", LastError = "Conflict" }, new JobLease { Name = "a", LastCount = 3 });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var jobs = (await core.Send(new ListJobs.Query(), core.Admin)).Value;

        Assert.Equal(["a", "b"], jobs.Select(j => j.Name));
    }

    [Fact]
    public async Task Nobody_but_an_admin_operates()
    {
        foreach (var actor in new[] { core.Agent, core.Supervisor })
        {
            Assert.IsType<NotPermitted>((await core.Send(new ListParked.Query(), actor)).Error);
            Assert.IsType<NotPermitted>((await core.Send(new ListJobs.Query(), actor)).Error);
            Assert.IsType<NotPermitted>((await core.Send(new RetryParked.Command(Guid.NewGuid()), actor)).Error);
        }
    }

    private Task<Guid> ParkAsync() => core.InDatabaseAsync(async db =>
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
