namespace PosCases.Platform;

/// <summary>
/// Named places between two durable steps, at which a test can stop the program and kill it. Nothing happens at them unless somebody listens.
/// </summary>
public static class PausePoint
{
    /// <summary>Who is told which place was reached; none in use.</summary>
    public static Action<string>? Reached { get; set; }

    /// <summary>The program is at a place.</summary>
    public static void Reach(string place) => Reached?.Invoke(place);
}
