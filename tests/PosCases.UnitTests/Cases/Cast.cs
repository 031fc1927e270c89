using PosCases.Cases;
using PosCases.Merchants;
using PosCases.Platform.Security;

namespace PosCases.UnitTests.Cases;

/// <summary>Who acts on the cases of these tests, and when.</summary>
internal static class Cast
{
    /// <summary>Noon in Shanghai on a Tuesday.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);

    /// <summary>The same day in Shanghai.</summary>
    public static readonly DateOnly Today = new(2026, 11, 24);

    public static readonly CaseOptions Clock = new();

    public static readonly MerchantId Shop = new(Guid.NewGuid());
    public static readonly Actor Owner = new(Guid.NewGuid(), "Chen", Role.MerchantOwner, Shop.Value);
    public static readonly Actor Clerk = new(Guid.NewGuid(), "He", Role.MerchantStaff, Shop.Value);
    public static readonly Actor Stranger = new(Guid.NewGuid(), "Lin", Role.MerchantOwner, Guid.NewGuid());

    /// <summary>The agent who owns the cases unless said otherwise.</summary>
    public static readonly Actor Li = new(Guid.NewGuid(), "Li", Role.Agent, null);

    public static readonly Actor Wang = new(Guid.NewGuid(), "Wang", Role.Agent, null);
    public static readonly Actor Zhao = new(Guid.NewGuid(), "Zhao", Role.Supervisor, null);

    /// <summary>A supervisor who also owns cases.</summary>
    public static readonly Actor Sun = new(Guid.NewGuid(), "Sun", Role.Supervisor, null);

    /// <summary>A lawyer, guest of whichever case invites him.</summary>
    public static readonly Actor Lawyer = new(Guid.NewGuid(), "Xu", Role.Guest, null) { ReadAt = Now };

    public static readonly Actor Admin = new(Guid.NewGuid(), "Root", Role.Admin, null);
}
