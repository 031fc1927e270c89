using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Notices;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>What the desk does with a task.</summary>
public enum CareJudgement
{
    /// <summary>确认完成: what was shown is enough.</summary>
    Accept,

    /// <summary>请补充: something is missing; the reason says what.</summary>
    Return,

    /// <summary>取消: no longer wanted.</summary>
    Drop,

    /// <summary>已看: a finding that weighs much was looked at.</summary>
    Look,
}

/// <summary>Accepts, returns or drops a task, or takes note of a finding.</summary>
public static class JudgeCareTask
{
    /// <summary>Accepts, returns or drops a task, or takes note of a finding.</summary>
    /// <param name="Id">The task.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Judgement">What.</param>
    /// <param name="Reason">Why; where it is returned or dropped.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CareTaskId Id, Guid Version, CareJudgement Judgement, string? Reason) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Judgement).IsInEnum();
            RuleFor(c => c.Reason).MaximumLength(CareMapping.WordsLength);
            RuleFor(c => c.Reason).NotEmpty().When(c => c.Judgement is CareJudgement.Return or CareJudgement.Drop);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.TaskToChangeAsync(command.Id, command.Version, actor, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var (task, now) = (loaded.Value, clock.GetUtcNow());
            var done = command.Judgement switch
            {
                CareJudgement.Accept => task.Accept(actor, now),
                CareJudgement.Return => task.Return(command.Reason!.Trim(), actor, now),
                CareJudgement.Drop => task.Drop(command.Reason!.Trim(), actor, now),
                _ => task.Look(actor),
            };
            if (!done.Succeeded)
            {
                return done;
            }

            if (command.Judgement is CareJudgement.Accept or CareJudgement.Return)
            {
                await db.TellMerchantAsync(task.CaseId, task.State == CareTaskState.Accepted ? NoticeKind.CareTaskAccepted : NoticeKind.CareTaskReturned, now, ct);
            }

            await db.RecurAsync(task, now, ct);
            return Result.Ok;
        }
    }
}

internal static class CareRecurrence
{
    /// <summary>Makes the next time of a recurring task that is done.</summary>
    public static async Task RecurAsync(this AppDb db, CareTask done, DateTimeOffset at, CancellationToken ct)
    {
        if (done.State == CareTaskState.Accepted
            && done.Again(await db.CarePlans.SingleAsync(p => p.CaseId == done.CaseId, ct), ShanghaiTime.DateOf(at), at) is { } next)
        {
            db.Add(next);
        }
    }
}
