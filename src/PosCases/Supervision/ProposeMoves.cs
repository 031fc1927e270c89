using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases;
using PosCases.Cases.Worklist;
using PosCases.Letters;
using PosCases.People;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Team;
using PosCases.Team.Cover;

namespace PosCases.Supervision;

/// <summary>Proposes which cases of people over their limit should go to whom; a supervisor looks and confirms.</summary>
public static class ProposeMoves
{
    /// <summary>Most moves of one proposal.</summary>
    public const int Most = 100;

    // Of each giver so many cases are looked at, the latest due first.
    private const int MostOfEach = 200;

    private static readonly CaseStatus[] Workable = [CaseStatus.Verification, CaseStatus.EvidenceCollection, CaseStatus.BankCommunication];

    /// <summary>Proposes moves.</summary>
    /// <param name="From">Whose cases may go.</param>
    [Requires(Permission.ReviewCases)]
    public sealed record Query(IReadOnlyList<Guid> From) : IQuery<IReadOnlyList<Row>>;

    /// <summary>A move that is proposed.</summary>
    /// <param name="Case">The case as it is.</param>
    /// <param name="To">Who should get it.</param>
    /// <param name="ToName">His name.</param>
    /// <param name="Skill">The skill that it asks for; none where anybody will do.</param>
    public sealed record Row(CaseSummary Case, Guid To, string ToName, Skill? Skill);

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Query>
    {
        /// <summary>Sets the rules.</summary>
        public Validator() => RuleFor(q => q.From).NotEmpty();
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Query, Result<IReadOnlyList<Row>>>
    {
        public async Task<Result<IReadOnlyList<Row>>> Handle(Query query, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var today = ShanghaiTime.DateOf(now);
            var people = await db.Set<Person>().WhoMayOwnCases().Select(p => new { p.Id, p.DisplayName }).ToDictionaryAsync(p => p.Id, p => p.DisplayName, ct);
            var members = await db.Set<TeamMember>().AsNoTracking().ToDictionaryAsync(m => m.PersonId, ct);
            var away = await db.AwayOn(today).Select(a => a.PersonId).ToListAsync(ct);
            List<Carrier> carriers = [];
            foreach (var person in people.Keys)
            {
                var open = await db.Set<Case>().CountAsync(c => c.OwnerId == person && (c.Status == CaseStatus.Filed || c.Status == CaseStatus.Verification || c.Status == CaseStatus.EvidenceCollection
                    || c.Status == CaseStatus.BankCommunication || c.Status == CaseStatus.Resolution || c.Status == CaseStatus.LegalRoute), ct);
                var member = members.GetValueOrDefault(person);
                carriers.Add(new Carrier(person, member?.Skills ?? [], member?.MostOpen ?? TeamMember.UsualLoad, open, !away.Contains(person)));
            }

            List<Movable> movable = [];
            foreach (var giver in query.From.Where(people.ContainsKey).Distinct())
            {
                movable.AddRange(await MovableAsync(giver, ShanghaiTime.StartOf(today), ct));
            }

            var moves = Balancer.Propose(carriers, [.. query.From], movable).Take(Most).ToList();
            var ids = moves.ConvertAll(m => m.Id);
            var rows = await db.Set<Case>().AsNoTracking().VisibleTo(actor).Where(c => ids.Contains(c.Id)).ToSummaries(db, now).ToDictionaryAsync(c => c.Id, c => c with { Reader = actor }, ct);
            var skills = movable.ToDictionary(m => m.Id, m => m.Skill);
            return moves.Where(m => rows.ContainsKey(m.Id)).Select(m => new Row(rows[m.Id], m.To, people[m.To], skills[m.Id])).ToList();
        }

        // Not those with a letter that somebody wrote on today, and none that is restricted: who may see those is decided on the case.
        private async Task<IEnumerable<Movable>> MovableAsync(Guid giver, DateTimeOffset startOfDay, CancellationToken ct)
        {
            var found = await db.Set<Case>().AsNoTracking().VisibleTo(actor)
                .Where(c => c.OwnerId == giver && Workable.Contains(c.Status) && !c.IsRestricted && c.OwnerFor == null)
                .Where(c => !db.Set<Letter>().Any(l => l.CaseId == c.Id && (l.State == LetterState.Draft || l.State == LetterState.InReview) && l.EditedAt >= startOfDay))
                .OrderByDescending(c => c.DueAt).ThenByDescending(c => c.Serial).Take(MostOfEach)
                .Select(c => new
                {
                    c.Id,
                    c.Serial,
                    Touches = c.Events.Count(e => e.ActorId == giver),
                    ImposedBy = c.Measures.OrderByDescending(m => m.IsConfirmed).ThenBy(m => m.RecordedAt).Select(m => m.ImposedBy).FirstOrDefault(),
                })
                .ToListAsync(ct);
            return found.Select(c => new Movable(c.Id, giver, Skills.For(c.ImposedBy), c.Touches, c.Serial));
        }
    }
}
