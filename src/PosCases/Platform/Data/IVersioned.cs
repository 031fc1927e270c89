namespace PosCases.Platform.Data;

/// <summary>An aggregate with a version token: stamped anew on every save, compared on every update.</summary>
public interface IVersioned
{
    /// <summary>Token of the stored state; a command names the one its user saw.</summary>
    Guid Version { get; set; }
}

/// <summary>A row whose arrival other screens want to hear of.</summary>
public interface IChangeSignal
{
    /// <summary>What changed, e.g. the id of a case.</summary>
    Guid Topic { get; }
}
