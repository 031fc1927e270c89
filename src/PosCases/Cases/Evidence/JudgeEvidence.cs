using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Evidence.Judging;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Evidence;

/// <summary>Accepts a paper, or sends it back with a reason that the merchant sees.</summary>
public static class JudgeEvidence
{
    /// <summary>Longest reason in either language, maintained and free words together, in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>Accepts a paper, or sends it back with a reason that the merchant sees.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="ItemId">The paper.</param>
    /// <param name="Accepted">Accepted, or sent back.</param>
    /// <param name="Reason">Why it is sent back, in free words; may be left out where a maintained reason is named.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, EvidenceItemId ItemId, bool Accepted, string? Reason) : Change
    {
        /// <summary>Codes of reasons of the list.</summary>
        public IReadOnlyList<string> ReasonCodes { get; init; } = [];

        /// <summary>What was looked for, and what was seen.</summary>
        public IReadOnlyList<CheckMark> Checks { get; init; } = [];

        /// <summary>Whether a paper that nobody had asked for is asked for when it is sent back.</summary>
        public bool AsksAgain { get; init; } = true;
    }

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Reason).NotEmpty().When(c => !c.Accepted && c.ReasonCodes.Count == 0);
            RuleFor(c => c.Reason).MaximumLength(ReasonLength);
            RuleForEach(c => c.Checks).ChildRules(mark => mark.RuleFor(m => m.Result).IsInEnum());
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor)
                .Include(c => c.Evidence)
                .Include(c => c.Requirements).ThenInclude(r => r.Items)
                .ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var verdict = await VerdictAsync(command, ct);
            return verdict.Succeeded ? loaded.Value.JudgeEvidence(command.ItemId, verdict.Value, actor, clock.GetUtcNow()) : verdict.Error;
        }

        private async Task<Result<Verdict>> VerdictAsync(Command command, CancellationToken ct)
        {
            var verdict = new Verdict(command.Accepted, command.Reason, command.Reason) { Checks = command.Checks, AsksAgain = command.AsksAgain };
            if (command.Accepted || command.ReasonCodes.Count == 0)
            {
                return verdict;
            }

            var reasons = await db.SendBackReasons.AsNoTracking()
                .Where(r => command.ReasonCodes.Contains(r.Code) && r.RetiredAt == null).OrderBy(r => r.Position).ToListAsync(ct);
            if (reasons.Count < command.ReasonCodes.Distinct(StringComparer.Ordinal).Count())
            {
                return new NotFound("SendBackReason");
            }

            var zh = string.Concat(reasons.Select(r => r.TextZh).Append(command.Reason?.Trim()));
            var en = string.Join(' ', reasons.Select(r => r.TextEn).Append(command.Reason?.Trim()).Where(words => !string.IsNullOrEmpty(words)));
            return zh.Length > ReasonLength || en.Length > ReasonLength
                ? new Invalid("Reason", "MaximumLengthValidator", ReasonLength)
                : verdict with { ReasonCodes = [.. reasons.Select(r => r.Code)], ReasonZh = zh, ReasonEn = en };
        }
    }
}
