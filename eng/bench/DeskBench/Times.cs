using System.Diagnostics;

namespace PosCases.DeskBench;

/// <summary>How long requests took, in milliseconds.</summary>
/// <param name="Sorted">Shortest first.</param>
internal sealed record Times(IReadOnlyList<double> Sorted)
{
    /// <summary>Half took less.</summary>
    public double Median => At(0.5);

    /// <summary>Nineteen of twenty took less.</summary>
    public double P95 => At(0.95);

    /// <summary>Ninety-nine of a hundred took less.</summary>
    public double P99 => At(0.99);

    /// <summary>Sends requests, each client one after the other.</summary>
    /// <param name="clients">How many at once.</param>
    /// <param name="each">How many each.</param>
    /// <param name="send">Sends one.</param>
    public static async Task<Times> OfAsync(int clients, int each, Func<int, Task> send)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            List<double> own = new(each);
            for (var i = 0; i < each; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await send((client * each) + i);
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return own;
        })));
        return new Times([.. all.SelectMany(own => own).Order()]);
    }

    private double At(double part) => Sorted[(int)Math.Min(Sorted.Count - 1, Sorted.Count * part)];
}
