using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Jobs;

public sealed class JobTests(JobTests.Host app) : IClassFixture<JobTests.Host>
{
    [Fact]
    public async Task A_waiting_case_wakes_by_itself_at_its_date_and_not_before()
    {
        var id = await app.Given.Case().At(DemoPath.Waiting);
        var until = (await app.ViewOf(id)).Case.WaitUntil!.Value;

        app.Clock.StopAt(until.AddSeconds(-1));
        await app.RunJobsAsync();
        var asleep = (await app.ViewOf(id)).Case.Status;
        app.Clock.StopAt(until.AddSeconds(31));
        await app.RunJobsAsync();

        Assert.Equal((CaseStatus.Waiting, CaseStatus.BankCommunication), (asleep, (await app.ViewOf(id)).Case.Status));
        Assert.Equal(until, ShanghaiTime.StartOf(ShanghaiTime.DateOf(until)));
        var woken = Assert.Single(await app.EventsOf(id), e => e.Kind == CaseEventKind.Woken);
        Assert.Equal((Role.System, CaseStatus.Waiting, CaseStatus.BankCommunication), (woken.ActorRole, woken.From, woken.To));
        Assert.Contains(await app.AuditOf(id.Value), e => e is { Message: "WakeDueCase", Outcome: "ok", Role: Role.System });
    }

    [Fact]
    public async Task A_job_that_another_server_runs_is_left_to_it_until_its_lease_ends()
    {
        await app.RunJobsAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = app.Runs;
        DateTimeOffset? until = app.Clock.GetUtcNow().AddMinutes(5);
        await app.AskAsync(db => db.Set<JobLease>().Where(j => j.Name == Host.Counting).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until)));

        await app.RunJobsAsync();
        var leased = app.Runs;
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        await app.RunJobsAsync();

        Assert.Equal((before, before + 1), (leased, app.Runs));
    }

    [Fact]
    public async Task Several_that_find_a_job_due_at_once_run_it_once()
    {
        await app.RunJobsAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = app.Runs;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(app.RunJobsAsync)));

        Assert.Equal(before + 1, app.Runs);
    }

    [Fact]
    public async Task A_job_that_is_not_due_yet_is_not_run()
    {
        await app.RunJobsAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunJobsAsync();
        var before = app.Runs;

        app.Clock.Advance(TimeSpan.FromSeconds(29));
        await app.RunJobsAsync();

        Assert.Equal(before, app.Runs);
    }

    [Fact]
    public async Task A_command_that_fails_does_not_keep_the_others_of_the_job_from_their_turn()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = app.Handled;

        await app.RunJobsAsync();

        var lease = await app.AskAsync(db => db.Set<JobLease>().AsNoTracking().SingleAsync(j => j.Name == Host.Counting));
        Assert.Equal(before + 1, app.Handled);
        Assert.Equal(("InvalidOperationException", 2, null), (lease.LastError, lease.LastCount, lease.LeasedUntil));
    }

    [Requires(Permission.RunJobs)]
    public sealed record Count(bool Fails) : Change;

    private sealed class Handler(Host host) : IRequestHandler<Count, Result>
    {
        public Task<Result> Handle(Count command, CancellationToken ct)
        {
            if (command.Fails)
            {
                throw new InvalidOperationException("a bug");
            }

            host.CountHandled();
            return Task.FromResult(Result.Ok);
        }
    }

    public sealed class Host : QuietHost
    {
        public const string Counting = "counting";

        private int runs;
        private int handled;

        public Host() => Clock.StopAt(new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero));

        public int Runs => runs;

        public int Handled => handled;

        internal void CountHandled() => Interlocked.Increment(ref handled);

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services
                .AddTransient<IRequestHandler<Count, Result>>(_ => new Handler(this))
                .AddSingleton(new Job(Counting, TimeSpan.FromSeconds(30), DueAsync)));
        }

        private Task<IReadOnlyList<IRequest<Result>>> DueAsync(AppDb db, DateTimeOffset now, CancellationToken ct)
        {
            Interlocked.Increment(ref runs);
            return Task.FromResult<IReadOnlyList<IRequest<Result>>>([new Count(Fails: true), new Count(Fails: false)]);
        }
    }
}
