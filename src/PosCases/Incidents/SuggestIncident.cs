using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Jobs;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Incidents;

/// <summary>Keeps a suggestion of an incident for a supervisor; no case is changed by it.</summary>
public static class SuggestIncident
{
    /// <summary>Keeps a suggestion: a new one, more cases for an open incident, or nothing where a supervisor dismissed it and it has not grown.</summary>
    /// <param name="Suggestion">What was found.</param>
    [Requires(Permission.RunJobs)]
    public sealed record Command(IncidentSuggestion Suggestion) : Change;

    /// <summary>Looks for incidents among the cases of the last days.</summary>
    internal static Job JobOf(IncidentOptions options) => new(
        "suggest-incidents",
        options.Every,
        async (db, now, ct) => [.. IncidentSuggester.Suggest(await SuggestionInputs.ReadAsync(db, options, now, ct), options, now).Select(s => new Command(s))])
    {
        IsSlow = true,
    };

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Suggestion.Key).NotEmpty().MaximumLength(IncidentMapping.KeyLength);
            RuleFor(c => c.Suggestion.Title).NotEmpty().MaximumLength(IncidentMapping.TitleLength);
            RuleFor(c => c.Suggestion.Marks).NotNull().SetValidator(new IncidentMarksValidator());
        }
    }

    internal sealed class Handler(AppDb db, IncidentOptions options, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        // From this share of its cases on, a suggestion is about an incident that is known already.
        private const double SameCases = 0.5;

        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (suggestion, now) = (command.Suggestion, clock.GetUtcNow());
            var ids = suggestion.Cases.Select(c => c.Case).ToHashSet();
            var rows = await db.IncidentCases.AsNoTracking().Where(m => ids.Contains(m.CaseId))
                .Join(db.Incidents, m => m.IncidentId, i => i.Id, (m, i) => new { m.IncidentId, m.CaseId, m.State, i.Status }).ToListAsync(ct);
            var alike = rows.Where(r => r.Status != IncidentStatus.Closed).GroupBy(r => r.IncidentId)
                .Where(g => g.Count() >= SameCases * ids.Count).MaxBy(g => g.Count())?.Key;
            var known = await db.Incidents
                .Where(i => alike != null ? i.Id == alike : i.SuggestionKey == suggestion.Key && i.Status != IncidentStatus.Closed)
                .OrderByDescending(i => i.Serial).FirstOrDefaultAsync(ct);

            // What belongs to an incident needs no other one.
            var settled = rows.Where(r => r is { State: Membership.In, Status: IncidentStatus.Open or IncidentStatus.Closed }).Select(r => r.CaseId).ToHashSet();
            var free = suggestion.Cases.Where(c => !settled.Contains(c.Case)).ToList();
            if (known is null)
            {
                if (free.Select(c => c.Merchant).Distinct().Count() < options.Merchants)
                {
                    return Result.Ok;
                }

                known = Incident.Suggest(await IncidentNumber.TakeAsync(db, ct), suggestion, now);
                db.Incidents.Add(known);
            }
            else if (known.Status != IncidentStatus.Open && !known.SuggestAgain(suggestion, options.Growth, now))
            {
                return Result.Ok;
            }

            var there = rows.Where(r => r.IncidentId == known.Id).Select(r => r.CaseId).ToHashSet();
            db.IncidentCases.AddRange(free.Where(c => !there.Contains(c.Case)).Select(c => IncidentCase.Suggest(known.Id, c.Case, c.Merchant, now)));
            return Result.Ok;
        }
    }
}
