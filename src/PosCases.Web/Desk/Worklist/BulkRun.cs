using PosCases.Cases.Worklist;
using PosCases.Platform.Messages;

namespace PosCases.Web.Desk.Worklist;

/// <summary>How far one case of a run has come.</summary>
public enum BulkState
{
    /// <summary>Not sent.</summary>
    Pending,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Refused; nothing was saved for it.</summary>
    Refused,

    /// <summary>Sent, and no answer came: sent again it takes effect at most once.</summary>
    Unconfirmed,
}

/// <summary>One case of a run, with the id under which its command is sent however often.</summary>
/// <param name="row">The case as it was seen.</param>
public sealed class BulkLine(CaseSummary row)
{
    /// <summary>The case as it was seen.</summary>
    public CaseSummary Row { get; } = row;

    /// <summary>The same for every try.</summary>
    public Guid CommandId { get; } = Guid.NewGuid();

    /// <summary>How far it has come.</summary>
    public BulkState State { get; internal set; }

    /// <summary>Why it was refused.</summary>
    public Error? Error { get; internal set; }
}

/// <summary>Sends one command after the other; what becomes of one stops none of the others.</summary>
/// <param name="rows">The cases to which the action applies.</param>
public sealed class BulkRun(IEnumerable<CaseSummary> rows)
{
    private bool isStopped;

    /// <summary>The cases, in the order of the list.</summary>
    public IReadOnlyList<BulkLine> Lines { get; } = [.. rows.Select(row => new BulkLine(row))];

    /// <summary>Whether commands are under way.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>How many are in that state.</summary>
    public int Count(BulkState state) => Lines.Count(line => line.State == state);

    /// <summary>Sends no further command; the one under way ends.</summary>
    public void Stop() => isStopped = true;

    /// <summary>Sends what was not sent or not answered yet.</summary>
    /// <param name="send">Sends the command of a case under an id.</param>
    /// <param name="tell">Called after every answer.</param>
    /// <returns>What is wrong with the form: what was typed holds for all cases, so the first such answer ends the run.</returns>
    public async Task<Invalid?> GoAsync(Func<CaseSummary, Guid, Task<Result>> send, Action tell)
    {
        (isStopped, IsRunning) = (false, true);
        try
        {
            foreach (var line in Lines.Where(line => line.State is BulkState.Pending or BulkState.Unconfirmed).ToList())
            {
                if (isStopped)
                {
                    break;
                }

                if (await TryAsync(line, send) is { } invalid)
                {
                    return invalid;
                }

                tell();
            }
        }
        finally
        {
            IsRunning = false;
        }

        return null;
    }

    private static async Task<Invalid?> TryAsync(BulkLine line, Func<CaseSummary, Guid, Task<Result>> send)
    {
        try
        {
            var answer = await send(line.Row, line.CommandId);
            if (answer.Error is Invalid invalid)
            {
                return invalid;
            }

            (line.State, line.Error) = (answer.Succeeded ? BulkState.Done : BulkState.Refused, answer.Error);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The door has logged it; whether it was saved is not known.
            line.State = BulkState.Unconfirmed;
        }

        return null;
    }
}
