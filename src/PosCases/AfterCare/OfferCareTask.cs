using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Notices;
using PosCases.Cases.Papers;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.AfterCare;

/// <summary>A merchant says that a task is done.</summary>
public static class OfferCareTask
{
    /// <summary>A merchant says that a task is done, with a word or a paper of his profile; the desk looks at it.</summary>
    /// <param name="Id">The task.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Said">How it was done.</param>
    /// <param name="Paper">A paper of the profile that shows it.</param>
    [Requires(Permission.ManageOwnMerchant)]
    public sealed record Command(CareTaskId Id, Guid Version, string? Said, MerchantPaperId? Paper) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Said).MaximumLength(CareMapping.WordsLength);
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

            if (string.IsNullOrWhiteSpace(command.Said) && command.Paper is null)
            {
                return new CareRefused(CareRefusal.NothingShown);
            }

            var (task, now) = (loaded.Value, clock.GetUtcNow());
            if (command.Paper is { } paper && !await db.Set<MerchantPaper>().AnyAsync(p => p.Id == paper && p.MerchantId == task.MerchantId && p.EndedAt == null, ct))
            {
                return new NotFound("Paper");
            }

            var done = task.Offer(string.IsNullOrWhiteSpace(command.Said) ? null : command.Said.Trim(), command.Paper, actor, now);
            if (!done.Succeeded)
            {
                return done;
            }

            if (task.State == CareTaskState.Offered)
            {
                await db.TellOwnerAsync(task.CaseId, task.OwnerId, NoticeKind.CareTaskOffered, now, ct);
            }

            await db.RecurAsync(task, now, ct);
            return Result.Ok;
        }
    }
}
