using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Playbooks.Editing;

/// <summary>Sends a draft under review back to its writers.</summary>
public static class ReturnPlaybookDraft
{
    /// <summary>Sends a draft back.</summary>
    /// <param name="Id">The draft.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Reason">Why.</param>
    [Requires(Permission.ManagePlaybooks)]
    public sealed record Command(PlaybookDraftId Id, Guid Version, string Reason) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.FindDraftAsync(command.Id, command.Version, ct);
            return loaded.Succeeded ? loaded.Value.Return(command.Reason, actor) : loaded.Error;
        }
    }
}
