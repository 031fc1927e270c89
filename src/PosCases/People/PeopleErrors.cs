using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.People;

/// <summary>Name, password or code is wrong; which of them is not said. The try is counted.</summary>
/// <param name="Person">Whose account it was, for the audit trail only; none when there is no such account.</param>
public sealed record SignInRefused(PersonId? Person) : Error
{
    /// <inheritdoc/>
    public override string Code => "People.SignInRefused";

    /// <inheritdoc/>
    public override bool KeepsChanges => true;
}

/// <summary>Too many wrong tries. Said of names without an account as well, so that it tells nothing.</summary>
/// <param name="Person">Whose account it was, for the audit trail only; none when there is no such account.</param>
public sealed record LockedOut(PersonId? Person) : Error
{
    /// <inheritdoc/>
    public override string Code => "People.LockedOut";

    /// <inheritdoc/>
    public override IReadOnlyList<object?> Arguments => [(int)People.Person.LockoutTime.TotalMinutes];

    /// <inheritdoc/>
    public override bool KeepsChanges => true;
}

/// <summary>The second step of a sign-in came too late or after a change of the account: start again.</summary>
public sealed record SignInExpired : Error
{
    /// <inheritdoc/>
    public override string Code => "People.SignInExpired";
}

/// <summary>The invitation was used, withdrawn or is older than seven days.</summary>
public sealed record InvitationUnusable : Error
{
    /// <inheritdoc/>
    public override string Code => "People.InvitationUnusable";
}

/// <summary>The link to choose a new password was used, replaced by a newer one, or is too old.</summary>
public sealed record ResetLinkUnusable : Error
{
    /// <inheritdoc/>
    public override string Code => "People.ResetLinkUnusable";
}

/// <summary>Nobody shuts or demotes the own account.</summary>
public sealed record NotOneself : Error
{
    /// <inheritdoc/>
    public override string Code => "People.NotOneself";
}

/// <summary>The last active admin, or a merchant's last active owner, stays.</summary>
/// <param name="Role">The role that would be without anybody.</param>
public sealed record LastOfItsKind(Role Role) : Error
{
    /// <inheritdoc/>
    public override string Code => "People.LastOf" + Role;
}

/// <summary>Staff cannot do without the second factor.</summary>
public sealed record SecondFactorCompulsory : Error
{
    /// <inheritdoc/>
    public override string Code => "People.SecondFactorCompulsory";
}

/// <summary>The second factor has not been begun, or is in use already.</summary>
public sealed record SecondFactorNotPending : Error
{
    /// <inheritdoc/>
    public override string Code => "People.SecondFactorNotPending";
}
