using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace PosCases.Web.Hosting;

/// <summary>
/// Hands what a page read while it was drawn as HTML to the circuit that takes the page over a moment later, so that it is not read twice
/// and nothing flickers. The page carries a key that can be used once; when it has run out, or the circuit lives on another server, the
/// page is read anew.
/// </summary>
public sealed class Handover(TimeProvider clock)
{
    // A browser that never connects leaves its entry behind; more than that many at once are not worth the memory.
    private const int Most = 100;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(20);

    private readonly Lock turn = new();
    private readonly Dictionary<string, (object Value, DateTimeOffset Until)> waiting = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>Keeps a value for a moment.</summary>
    /// <returns>The key under which it can be taken once; nobody can guess it.</returns>
    public string Put(object value)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var now = clock.GetUtcNow();
        lock (turn)
        {
            while (order.TryPeek(out var oldest) && (order.Count >= Most || !waiting.TryGetValue(oldest, out var entry) || entry.Until < now))
            {
                waiting.Remove(order.Dequeue());
            }

            waiting[key] = (value, now + Lifetime);
            order.Enqueue(key);
        }

        return key;
    }

    /// <summary>Takes a value; a second time it is gone.</summary>
    public bool TryTake<T>(string key, [NotNullWhen(true)] out T? value)
        where T : class
    {
        lock (turn)
        {
            value = waiting.Remove(key, out var entry) && entry.Until >= clock.GetUtcNow() ? entry.Value as T : null;
        }

        return value is not null;
    }
}
