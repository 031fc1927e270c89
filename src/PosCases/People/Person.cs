using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using PosCases.Merchants;
using PosCases.Platform.Data;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>How the screens look.</summary>
public enum Theme
{
    /// <summary>As the device is set.</summary>
    Auto,

    /// <summary>Dark on light.</summary>
    Light,

    /// <summary>Light on dark.</summary>
    Dark,
}

/// <summary>Somebody with an account: a merchant's user or a member of staff.</summary>
public sealed class Person : IdentityUser<Guid>, IVersioned
{
    /// <summary>Wrong tries in a row after which the account is locked.</summary>
    public const int TriesBeforeLockout = 5;

    /// <summary>How long it stays locked.</summary>
    public static readonly TimeSpan LockoutTime = TimeSpan.FromMinutes(15);

    private Person()
    {
    }

    /// <summary>Name shown to others.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>What the person is.</summary>
    public Role Role { get; private set; }

    /// <summary>The merchant a merchant's user belongs to.</summary>
    public MerchantId? MerchantId { get; private set; }

    /// <summary>Whether the person may sign in.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>One of <see cref="Languages.All"/>.</summary>
    public string Culture { get; private set; } = Languages.Default;

    /// <summary>How the screens look.</summary>
    public Theme Theme { get; private set; }

    /// <summary>When the account was opened.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When the person last came in.</summary>
    public DateTimeOffset? LastSignInAt { get; private set; }

    /// <summary>Time step of the last one-time code used; a code of that step or an earlier one is refused.</summary>
    public long LastTotpStep { get; private set; }

    /// <summary>Whether the account belongs to the demo world, where anybody may use it.</summary>
    public bool IsDemo { get; private init; }

    /// <inheritdoc/>
    public Guid Version { get; set; }

    /// <summary>Whether the person works for the support desk or runs the system.</summary>
    public bool IsStaff => Role is Role.Agent or Role.Supervisor or Role.Admin;

    /// <summary>Opens an account. Staff belong to no merchant, a merchant's users to one.</summary>
    public static Person Open(
        SignInName name, string displayName, Role role, MerchantId? merchant, string culture, DateTimeOffset now, bool isDemo = false, Guid? id = null)
    {
        if (merchant is not null != role is Role.MerchantOwner or Role.MerchantStaff)
        {
            throw new ArgumentException($"A person of role {role} and merchant {merchant} cannot be.", nameof(merchant));
        }

        return new Person
        {
            Id = id ?? Guid.NewGuid(),
            UserName = name.Value,
            DisplayName = displayName.Trim(),
            Role = role,
            MerchantId = merchant,
            Culture = culture,
            CreatedAt = now,
            IsDemo = isDemo,
            LockoutEnabled = true,
            SecurityStamp = FreshStamp(),
        };
    }

    /// <summary>Whether too many wrong tries keep the person out at the moment.</summary>
    public bool IsLockedOut(DateTimeOffset at) => LockoutEnd > at;

    /// <summary>Counts a wrong password or code; locks the account at the last try.</summary>
    public void CountFailure(DateTimeOffset at)
    {
        AccessFailedCount++;
        if (AccessFailedCount >= TriesBeforeLockout)
        {
            LockoutEnd = at + LockoutTime;
            AccessFailedCount = 0;
        }
    }

    /// <summary>Comes in. Only here are the wrong tries forgotten: after the password alone, codes could be guessed without end.</summary>
    public void ComeIn(DateTimeOffset at)
    {
        AccessFailedCount = 0;
        LockoutEnd = null;
        LastSignInAt = at;
    }

    /// <summary>Ends every session of the person, wherever it is.</summary>
    public void EndSessions() => SecurityStamp = FreshStamp();

    /// <summary>Takes a new password, already hashed; ends every session and a lockout.</summary>
    public void TakePassword(string hash)
    {
        PasswordHash = hash;
        AccessFailedCount = 0;
        LockoutEnd = null;
        EndSessions();
    }

    /// <summary>Uses a one-time code. Each code counts once.</summary>
    /// <returns>Whether the code was right and unused.</returns>
    public bool UseTotp(string key, string code, DateTimeOffset at)
    {
        var used = Totp.StepOf(key, code, at) is { } step && step > LastTotpStep ? step : (long?)null;
        LastTotpStep = used ?? LastTotpStep;
        return used is not null;
    }

    /// <summary>Asks for a code at every sign-in from now on; ends the sessions that came in without.</summary>
    public void RequireTotp()
    {
        TwoFactorEnabled = true;
        EndSessions();
    }

    /// <summary>Asks for no code any more.</summary>
    public void DropTotp()
    {
        TwoFactorEnabled = false;
        LastTotpStep = 0;
        EndSessions();
    }

    /// <summary>Shuts the account; the person's next command is refused.</summary>
    public void Deactivate()
    {
        IsActive = false;
        EndSessions();
    }

    /// <summary>Opens the account again; earlier sessions stay ended.</summary>
    public void Reactivate() => IsActive = true;

    /// <summary>Gives the person another role on the same side, desk or merchant.</summary>
    public void Become(Role role)
    {
        Role = role;
        EndSessions();
    }

    /// <summary>Remembers the language, one of <see cref="Languages.All"/>.</summary>
    public void Speak(string culture) => Culture = culture;

    /// <summary>Remembers the look.</summary>
    public void Prefer(Theme theme) => Theme = theme;

    /// <summary>Is shown to others under another name.</summary>
    public void BeCalled(string displayName) => DisplayName = displayName.Trim();

    private static string FreshStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
}
