using PosCases.Cases;

namespace PosCases.Web.Desk.Presence;

/// <summary>
/// Who has which case open on a screen of this process at the moment. Nothing of it is stored; whoever closes the page or loses the
/// connection for good is gone. With several servers each one knows its own screens.
/// </summary>
public sealed class CasePresence
{
    private readonly Lock turn = new();
    private readonly Dictionary<CaseId, List<Visit>> visits = [];
    private Action<CaseId>? listeners;

    /// <summary>Says that a person has a case open, until the answer is disposed.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="person">Who.</param>
    /// <param name="name">Name shown to others.</param>
    public IDisposable Enter(CaseId caseId, Guid person, string name)
    {
        Visit visit = new(person, name);
        lock (turn)
        {
            if (!visits.TryGetValue(caseId, out var present))
            {
                visits[caseId] = present = [];
            }

            present.Add(visit);
        }

        listeners?.Invoke(caseId);
        return new Stay(this, caseId, visit);
    }

    /// <summary>The names of those who also have the case open, each once, whoever came first first.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="but">Who asks.</param>
    public IReadOnlyList<string> Others(CaseId caseId, Guid but)
    {
        lock (turn)
        {
            return visits.TryGetValue(caseId, out var present)
                ? [.. present.Where(v => v.Person != but).DistinctBy(v => v.Person).Select(v => v.Name)]
                : [];
        }
    }

    /// <summary>Listens, until the answer is disposed, to who comes and goes. The listener is called on any thread and must return at once.</summary>
    public IDisposable Subscribe(Action<CaseId> listener)
    {
        lock (turn)
        {
            listeners += listener;
        }

        return new Subscription(this, listener);
    }

    private void Leave(CaseId caseId, Visit visit)
    {
        lock (turn)
        {
            if (!visits.TryGetValue(caseId, out var present) || !present.Remove(visit))
            {
                return;
            }

            if (present.Count == 0)
            {
                visits.Remove(caseId);
            }
        }

        listeners?.Invoke(caseId);
    }

    private void End(Action<CaseId> listener)
    {
        lock (turn)
        {
            listeners -= listener;
        }
    }

    // By reference: the same person may have a case open twice.
    private sealed class Visit(Guid person, string name)
    {
        public Guid Person => person;

        public string Name => name;
    }

    private sealed class Stay(CasePresence presence, CaseId caseId, Visit visit) : IDisposable
    {
        public void Dispose() => presence.Leave(caseId, visit);
    }

    private sealed class Subscription(CasePresence presence, Action<CaseId> listener) : IDisposable
    {
        public void Dispose() => presence.End(listener);
    }
}
