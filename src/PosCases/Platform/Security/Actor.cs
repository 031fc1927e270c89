namespace PosCases.Platform.Security;

/// <summary>Who sends a message, with the rights read afresh for it.</summary>
/// <param name="Id">The person; empty for nobody and for the system.</param>
/// <param name="Name">Name shown to others.</param>
/// <param name="Role">What the person is.</param>
/// <param name="Merchant">The merchant a merchant's user belongs to.</param>
public sealed record Actor(Guid Id, string Name, Role Role, Guid? Merchant)
{
    /// <summary>Nobody is signed in.</summary>
    public static readonly Actor Anonymous = new(Guid.Empty, "", Role.Anonymous, null);

    /// <summary>The system's own jobs.</summary>
    public static readonly Actor System = new(Guid.Empty, "", Role.System, null);

    /// <summary>Whether the person belongs to a merchant.</summary>
    public bool IsMerchant => Role is Role.MerchantOwner or Role.MerchantStaff;

    /// <summary>Whether what the person writes or hands in comes from the merchant's side: its users and its lawyers.</summary>
    public bool IsOnMerchantsSide => IsMerchant || Role == Role.Guest;

    /// <summary>When the rights were read; for those that end with time. None in the system's own jobs.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>Network address that the message came from; none in the system's own jobs.</summary>
    public string? From { get; init; }

    /// <summary>Whether the person works cases.</summary>
    public bool IsDesk => Role is Role.Agent or Role.Supervisor;

    /// <summary>Whether nothing but the own account is open yet, e.g. until the second factor has been set up.</summary>
    public bool OwnAccountOnly { get; init; }

    /// <summary>What the access token is good for by which the person sends; none when a session sends.</summary>
    public TokenScopes? Token { get; init; }

    /// <summary>Whether the person has the right.</summary>
    public bool May(Permission permission) =>
        Permissions.Of(Role).Contains(permission)
        && (!OwnAccountOnly || permission == Permission.UseAccount || Permissions.Of(Role.Anonymous).Contains(permission));
}

/// <summary>Who claims to send a message; what they may do is not taken from the claim but read from the database.</summary>
public abstract record Caller
{
    /// <summary>Nobody is signed in.</summary>
    public static readonly Caller Anonymous = new NobodyCaller();

    /// <summary>The system's own jobs.</summary>
    public static readonly Caller System = new SystemCaller();

    private Caller()
    {
    }

    /// <summary>A signed-in person.</summary>
    /// <param name="Id">The person.</param>
    /// <param name="Stamp">Security stamp of the session; a session with an old stamp counts as nobody.</param>
    public sealed record Person(Guid Id, string Stamp) : Caller
    {
        /// <summary>Network address that the message comes from, as far as it is known.</summary>
        public string? From { get; init; }

        /// <summary>The access token that speaks for the person; none for a session.</summary>
        public Guid? Token { get; init; }
    }

    private sealed record NobodyCaller : Caller;

    private sealed record SystemCaller : Caller;
}

/// <summary>Reads a person's present rights. Implemented by the noun People, which the platform does not know.</summary>
public interface IActorDirectory
{
    /// <summary>The actor behind a session, or <see cref="Actor.Anonymous"/> when it has ended.</summary>
    Task<Actor> FindAsync(Caller.Person caller, CancellationToken ct);
}

/// <summary>Carries the actor of the message being handled; one a scope.</summary>
public sealed class ActorContext
{
    /// <summary>The actor; nobody until the door sets it.</summary>
    public Actor Actor { get; set; } = Actor.Anonymous;

    /// <summary>How many texts of the message lost digits of a card number on the way in; whoever sent it is told.</summary>
    public int MaskedNumbers { get; set; }
}

/// <summary>The right without which a message is refused. Compulsory on every message.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    /// <summary>The right.</summary>
    public Permission Permission { get; } = permission;

    /// <summary>Which scope an access token needs for it, any of them; unless said, reading for a query and writing for a command.</summary>
    public TokenScopes Scope { get; init; }
}
