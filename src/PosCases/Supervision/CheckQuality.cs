using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Notices;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Supervision;

/// <summary>Looks at a case of the sample: a supervisor answers the points, the agent may say something to it once, a supervisor closes it.</summary>
public static class CheckQuality
{
    /// <summary>Answers the points.</summary>
    /// <param name="CheckId">The check.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Marks">Every point, once.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Command(Guid CheckId, Guid Version, IReadOnlyList<QualityMark> Marks) : Change;

    /// <summary>The agent says something to it.</summary>
    /// <param name="CheckId">The check.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Reply">What.</param>
    [Requires(Permission.WorkCases)]
    public sealed record ReplyCommand(Guid CheckId, Guid Version, string Reply) : Change;

    /// <summary>Closes it.</summary>
    /// <param name="CheckId">The check.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Coaching">What the agent should take from it.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record CloseCommand(Guid CheckId, Guid Version, string? Coaching) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Marks).Must(marks => marks.Select(m => m.Code).Order(StringComparer.Ordinal).SequenceEqual(QualityChecklist.Points.Select(p => p.Code).Order(StringComparer.Ordinal)))
                .WithErrorCode("EveryPoint");
            RuleForEach(c => c.Marks).ChildRules(mark =>
            {
                mark.RuleFor(m => m.Answer).IsInEnum();
                mark.RuleFor(m => m.Word).MaximumLength(QualityChecklist.WordLength);
                mark.RuleFor(m => m.Word).NotEmpty().WithErrorCode("WordForNo").When(m => m.Answer == QualityAnswer.No);
            });
        }
    }

    /// <summary>Field rules.</summary>
    public sealed class ReplyValidator : AbstractValidator<ReplyCommand>
    {
        /// <summary>Sets the rules.</summary>
        public ReplyValidator() => RuleFor(c => c.Reply).NotEmpty().MaximumLength(QualityMapping.TextLength);
    }

    /// <summary>Field rules.</summary>
    public sealed class CloseValidator : AbstractValidator<CloseCommand>
    {
        /// <summary>Sets the rules.</summary>
        public CloseValidator() => RuleFor(c => c.Coaching).MaximumLength(QualityMapping.TextLength);
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) :
        IRequestHandler<Command, Result>, IRequestHandler<ReplyCommand, Result>, IRequestHandler<CloseCommand, Result>
    {
        public Task<Result> Handle(Command command, CancellationToken ct) => DoAsync(command.CheckId, command.Version, check =>
        {
            var isFirst = check.State == QualityState.Waiting;
            var done = check.Check(command.Marks, actor, clock.GetUtcNow());
            if (done.Succeeded && isFirst)
            {
                Tell(check);
            }

            return done;
        }, ct);

        public Task<Result> Handle(ReplyCommand command, CancellationToken ct) =>
            DoAsync(command.CheckId, command.Version, check => check.Answer(command.Reply.Trim(), actor, clock.GetUtcNow()), ct);

        public Task<Result> Handle(CloseCommand command, CancellationToken ct) => DoAsync(command.CheckId, command.Version, check =>
        {
            var closed = check.Close(string.IsNullOrWhiteSpace(command.Coaching) ? null : command.Coaching.Trim(), actor, clock.GetUtcNow());
            if (closed.Succeeded && check.Coaching is not null)
            {
                Tell(check);
            }

            return closed;
        }, ct);

        private async Task<Result> DoAsync(Guid id, Guid version, Func<QualityCheck, Result> what, CancellationToken ct)
        {
            var visible = db.Set<Case>().VisibleTo(actor);
            return await db.Set<QualityCheck>().SingleOrDefaultAsync(q => q.Id == id && visible.Any(c => c.Id == q.CaseId), ct) is not { } check ? new NotFound("QualityCheck")
                : check.Version != version ? new Conflict()
                : what(check);
        }

        private void Tell(QualityCheck check) => db.Set<Notification>().Add(new Notification
        {
            PersonId = check.AgentId,
            CaseId = check.CaseId,
            Kind = NoticeKind.Event,
            EventKind = CaseEventKind.QualityChecked,
            At = clock.GetUtcNow(),
        });
    }
}
