using PosCases.Cases;
using PosCases.Team;

namespace PosCases.Supervision;

/// <summary>Somebody among whom cases are spread.</summary>
/// <param name="Id">Who.</param>
/// <param name="Skills">In what; empty means in everything.</param>
/// <param name="MostOpen">How many open cases that do not wait he can carry.</param>
/// <param name="Open">How many he has.</param>
/// <param name="MayTake">Whether he may get cases: he is there.</param>
public sealed record Carrier(Guid Id, IReadOnlyList<Skill> Skills, int MostOpen, int Open, bool MayTake);

/// <summary>A case that may be moved.</summary>
/// <param name="Id">The case.</param>
/// <param name="Owner">Who has it.</param>
/// <param name="Skill">What it asks for; none where anybody will do.</param>
/// <param name="Touches">How often its owner has done something to it: what a move would lose.</param>
/// <param name="Serial">Running number; settles ties.</param>
public sealed record Movable(CaseId Id, Guid Owner, Skill? Skill, int Touches, long Serial);

/// <summary>A move that is proposed.</summary>
/// <param name="Id">The case.</param>
/// <param name="From">Who has it.</param>
/// <param name="To">Who should get it.</param>
public sealed record Move(CaseId Id, Guid From, Guid To);

/// <summary>
/// Proposes moves from people over their limit to those with room. Pure; it decides nothing. The cases that their owner has done least to go first, each to whoever is versed
/// in it and has the most room left.
/// </summary>
public static class Balancer
{
    /// <summary>Proposes moves.</summary>
    /// <param name="people">Everybody.</param>
    /// <param name="from">Whose cases may go.</param>
    /// <param name="cases">Cases that may be moved; nobody else's count.</param>
    public static IReadOnlyList<Move> Propose(IReadOnlyList<Carrier> people, IReadOnlyCollection<Guid> from, IReadOnlyList<Movable> cases)
    {
        var open = people.ToDictionary(p => p.Id, p => p.Open);
        List<Move> moves = [];
        foreach (var giver in people.Where(p => from.Contains(p.Id)).OrderByDescending(p => p.Open - p.MostOpen).ThenBy(p => p.Id))
        {
            foreach (var movable in cases.Where(c => c.Owner == giver.Id).OrderBy(c => c.Touches).ThenByDescending(c => c.Serial))
            {
                if (open[giver.Id] <= giver.MostOpen)
                {
                    break;
                }

                var taker = people
                    .Where(p => p.MayTake && !from.Contains(p.Id) && open[p.Id] < p.MostOpen && (movable.Skill is not { } asked || p.Skills.Count == 0 || p.Skills.Contains(asked)))
                    .OrderByDescending(p => p.MostOpen - open[p.Id]).ThenBy(p => p.Id).FirstOrDefault();
                if (taker is null)
                {
                    continue;
                }

                open[giver.Id]--;
                open[taker.Id]++;
                moves.Add(new Move(movable.Id, giver.Id, taker.Id));
            }
        }

        return moves;
    }
}
