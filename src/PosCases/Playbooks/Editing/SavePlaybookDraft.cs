using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Keeps a draft as it stands; faults are named, not forbidden, until it is handed in for approval.</summary>
public static class SavePlaybookDraft
{
    /// <summary>Keeps a draft as it stands.</summary>
    /// <param name="Id">The draft.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Document">What it says; its code stays what it was.</param>
    [Requires(Permission.ManagePlaybooks)]
    public sealed record Command(PlaybookDraftId Id, Guid Version, PlaybookDocument Document) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Most steps, and most papers, of one playbook.</summary>
        public const int Most = 100;

        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Document.Steps.Count).LessThanOrEqualTo(Most).WithErrorCode("TooMany").OverridePropertyName("steps");
            RuleFor(c => c.Document.Evidence.Count).LessThanOrEqualTo(Most).WithErrorCode("TooMany").OverridePropertyName("evidence");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.FindDraftAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var draft = loaded.Value;
            draft.Write(command.Document with { Code = draft.Code, Version = draft.Document.Version }, actor, clock.GetUtcNow());
            return Result.Ok;
        }
    }
}
