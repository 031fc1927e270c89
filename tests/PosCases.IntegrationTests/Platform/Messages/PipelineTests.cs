using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PosCases.Audit;
using PosCases.Cases.Conversation;
using PosCases.People;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Outbox;
using PosCases.Platform.Security;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Platform.Messages;

public sealed class PipelineTests(PipelineTests.Host app) : IClassFixture<PipelineTests.Host>
{
    [Fact]
    public async Task A_message_that_names_no_right_is_refused_to_everybody()
    {
        Assert.IsType<NotPermitted>((await app.As("zhao").Send(new Unmarked())).Error);
        Assert.IsType<NotPermitted>((await app.As("admin").Send(new Unmarked())).Error);
        Assert.IsType<NotPermitted>((await app.As(Caller.System).Send(new Unmarked())).Error);
        Assert.IsType<SignInNeeded>((await app.As(Caller.Anonymous).Send(new Unmarked())).Error);
    }

    [Fact]
    public async Task What_a_refused_command_changed_is_rolled_back_but_its_refusal_is_audited()
    {
        var kind = "rolled-back-" + Guid.NewGuid();

        var result = await app.As("li").Send(new Refuse(kind));

        Assert.IsType<Conflict>(result.Error);
        Assert.False(await app.AskAsync(db => db.Set<OutboxMessage>().AnyAsync(m => m.Kind == kind)));
        Assert.Equal(new Conflict().Code, (await LastAudit(nameof(Refuse))).Outcome);
    }

    [Fact]
    public async Task What_a_failing_command_changed_is_rolled_back_and_the_failure_surfaces()
    {
        var kind = "failed-" + Guid.NewGuid();

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.As("li").Send(new Fail(kind)));

        Assert.False(await app.AskAsync(db => db.Set<OutboxMessage>().AnyAsync(m => m.Kind == kind)));
        Assert.False(await app.AskAsync(db => db.Set<AuditEntry>().AnyAsync(e => e.Message == nameof(Fail))));
        Assert.True((await app.As("li").Send(new ViewAccount.Query())).Succeeded);
    }

    [Fact]
    public async Task A_refusal_that_keeps_its_changes_is_committed_with_its_audit_entry()
    {
        var kind = "kept-" + Guid.NewGuid();

        var result = await app.As("li").Send(new RefuseAndKeep(kind));

        Assert.Equal("Kept", result.Error!.Code);
        Assert.True(await app.AskAsync(db => db.Set<OutboxMessage>().AnyAsync(m => m.Kind == kind)));
        Assert.Equal("Kept", (await LastAudit(nameof(RefuseAndKeep))).Outcome);
    }

    [Fact]
    public async Task A_person_who_was_shut_out_is_nobody_at_the_next_command()
    {
        var session = app.As("wang");
        Assert.True((await session.Send(new ViewAccount.Query())).Succeeded);

        Assert.True((await app.As("admin").Send(new DeactivatePerson.Command(new PersonId(app.CallerOf("wang").Id)))).Succeeded);

        Assert.IsType<SignInNeeded>((await session.Send(new ViewAccount.Query())).Error);
        Assert.IsType<SignInNeeded>((await app.As("wang").Send(new ViewAccount.Query())).Error);
    }

    [Fact]
    public async Task A_session_ends_when_the_person_signs_out_everywhere_and_a_new_one_is_good()
    {
        var old = app.As("chen");

        Assert.True((await old.Send(new SignOutEverywhere.Command())).Succeeded);

        Assert.IsType<SignInNeeded>((await old.Send(new ViewAccount.Query())).Error);
        Assert.True((await app.As("chen").Send(new ViewAccount.Query())).Succeeded);
    }

    [Fact]
    public async Task A_demoted_supervisor_has_no_supervisors_rights_at_the_next_command()
    {
        var id = await app.Given.Case().At(DemoPath.Proposed);
        var demoted = await app.As("admin").Send(new ChangeRole.Command(new PersonId(app.CallerOf("sun").Id), Role.Agent));

        var approved = await app.As("sun").Send(
            new PosCases.Cases.Resolution.ApproveResolution.Command(id, (await app.ViewOf(id)).Case.Version, null));

        Assert.True(demoted.Succeeded);
        Assert.IsType<NotPermitted>(approved.Error);
        Assert.Contains(await app.AuditOf(id.Value), e => e is { Message: "ApproveResolution", Outcome: "NotPermitted", Role: Role.Agent });
    }

    [Fact]
    public async Task A_log_names_the_message_and_its_outcome_and_says_nothing_of_its_content()
    {
        var id = await app.Given.Case().At(DemoPath.Verifying);
        var word = "content-" + Guid.NewGuid();

        await app.As("li").Send(new AddNote.Command(id, word));
        await app.As("huanan").Send(new AddNote.Command(id, word));

        Assert.Contains(app.Logged, line => line.StartsWith("AddNote ok in ", StringComparison.Ordinal));
        Assert.Contains(app.Logged, line => line.StartsWith("AddNote NotPermitted in ", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Logged, line => line.Contains(word, StringComparison.Ordinal));
    }

    private Task<AuditEntry> LastAudit(string message) =>
        app.AskAsync(db => db.Set<AuditEntry>().Where(e => e.Message == message).OrderByDescending(e => e.Seq).FirstAsync());

    public sealed record Unmarked : Change;

    [Requires(Permission.UseAccount)]
    public sealed record Refuse(string Kind) : Change;

    [Requires(Permission.UseAccount)]
    public sealed record RefuseAndKeep(string Kind) : Change;

    [Requires(Permission.UseAccount)]
    public sealed record Fail(string Kind) : Change;

    private sealed record Kept : Error
    {
        public override string Code => "Kept";

        public override bool KeepsChanges => true;
    }

    private sealed class Handler(AppDb db, TimeProvider clock) :
        IRequestHandler<Unmarked, Result>, IRequestHandler<Refuse, Result>, IRequestHandler<RefuseAndKeep, Result>, IRequestHandler<Fail, Result>
    {
        public Task<Result> Handle(Unmarked command, CancellationToken ct) => Task.FromResult(Result.Ok);

        public Task<Result> Handle(Refuse command, CancellationToken ct) => Change(command.Kind, () => new Conflict());

        public Task<Result> Handle(RefuseAndKeep command, CancellationToken ct) => Change(command.Kind, () => new Kept());

        public Task<Result> Handle(Fail command, CancellationToken ct) => Change(command.Kind, () => throw new InvalidOperationException("a bug"));

        private async Task<Result> Change(string kind, Func<Error> end)
        {
            db.Set<OutboxMessage>().Add(OutboxMessage.Of(kind, 1, clock.GetUtcNow()));
            await db.SaveChangesAsync();
            return end();
        }
    }

    public sealed class Host : QuietHost
    {
        private readonly Lines lines = new();

        public IReadOnlyCollection<string> Logged => lines.Written;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services
                .AddSingleton<ILoggerProvider>(lines)
                .AddTransient<IRequestHandler<Unmarked, Result>, Handler>()
                .AddTransient<IRequestHandler<Refuse, Result>, Handler>()
                .AddTransient<IRequestHandler<RefuseAndKeep, Result>, Handler>()
                .AddTransient<IRequestHandler<Fail, Result>, Handler>());
        }
    }
}
