using Microsoft.AspNetCore.DataProtection;
using PosCases.People;
using Secret = PosCases.People.Secret;

namespace PosCases.Web.Hosting;

/// <summary>Makes and reads the links of invitations and new passwords: protected, with an end, nothing of them stored.</summary>
internal sealed class LinkTokens(IDataProtectionProvider protection)
{
    /// <summary>How long a link to choose a new password is good.</summary>
    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(24);

    private readonly ITimeLimitedDataProtector invitations = protection.CreateProtector("PosCases.Invitation").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector resets = protection.CreateProtector("PosCases.PasswordReset").ToTimeLimitedDataProtector();

    /// <summary>The path of an invitation's link.</summary>
    public string PathOf(InvitationId invitation) =>
        $"/account/accept?t={invitations.Protect(invitation.Value.ToString("N"), Invitation.Lifetime)}";

    /// <summary>The path of a link to choose a new password.</summary>
    public string PathOf(IssuePasswordReset.Answer reset) =>
        $"/account/reset?t={resets.Protect($"{reset.Person.Value:N}.{reset.Stamp.Reveal()}", ResetLifetime)}";

    /// <summary>The invitation that a link names; none when it was tampered with or is too old.</summary>
    public InvitationId? ReadInvitation(string? token) =>
        Guid.TryParse(Read(invitations, token), out var id) ? new InvitationId(id) : null;

    /// <summary>What a link to choose a new password carries; none when it was tampered with or is too old.</summary>
    public IssuePasswordReset.Answer? ReadReset(string? token) =>
        Read(resets, token)?.Split('.') is [var person, var stamp] && Guid.TryParse(person, out var id)
            ? new IssuePasswordReset.Answer(new PersonId(id), new Secret(stamp))
            : null;

    private static string? Read(ITimeLimitedDataProtector protector, string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : protector.Unprotect(token);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
