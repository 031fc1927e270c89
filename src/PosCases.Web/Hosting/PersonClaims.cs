using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using PosCases.People;
using PosCases.People.Tokens;
using PosCases.Platform.Security;
using PosCases.Web.Shell;

namespace PosCases.Web.Hosting;

/// <summary>What a cookie says of a person. Screens hide by it; the door asks the database.</summary>
public static class PersonClaims
{
    private const string Culture = "culture";
    private const string Stamp = "stamp";
    private const string Enrol = "enrol";
    private const string Token = "token";

    /// <summary>Makes the principal of a session.</summary>
    public static ClaimsPrincipal Of(Session session)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, session.Person.Value.ToString()),
                new(ClaimTypes.Name, session.Name),
                new(ClaimTypes.Role, RoleClaimOf(session.Role)),
                new(Culture, session.Culture),
                new(Stamp, session.Stamp.Reveal()),
            ],
            IdentityConstants.ApplicationScheme);
        if (session.MustEnrol)
        {
            identity.AddClaim(new(Enrol, "true"));
        }

        return new ClaimsPrincipal(identity);
    }

    /// <summary>Makes the principal of a program that speaks for a person by a token. It says no language: a program asks for one in every request.</summary>
    public static ClaimsPrincipal Of(UseToken.Bearer bearer, string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, bearer.Session.Person.Value.ToString()),
            new(ClaimTypes.Name, bearer.Session.Name),
            new(Stamp, bearer.Session.Stamp.Reveal()),
            new(Token, bearer.Token.Value.ToString()),
        ],
        scheme));

    /// <summary>The caller that the principal claims to be.</summary>
    public static Caller CallerOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && principal.FindFirstValue(Stamp) is { } stamp
            ? new Caller.Person(id, stamp) { Token = Guid.TryParse(principal.FindFirstValue(Token), out var token) ? token : null }
            : Caller.Anonymous;

    /// <summary>The language that the person chose.</summary>
    public static string? CultureOf(ClaimsPrincipal principal) => principal.FindFirstValue(Culture);

    /// <summary>Whether the second factor has to be set up before anything else.</summary>
    public static bool MustEnrol(ClaimsPrincipal principal) => principal.HasClaim(Enrol, "true");

    /// <summary>The claim by which screens know the role.</summary>
    public static string RoleClaimOf(Role role) => role switch
    {
        Role.MerchantOwner => NavRoles.MerchantOwner,
        Role.MerchantStaff => NavRoles.MerchantStaff,
        Role.Guest => NavRoles.Guest,
        Role.Agent => NavRoles.Agent,
        Role.Supervisor => NavRoles.Supervisor,
        Role.Admin => NavRoles.Admin,
        Role.Anonymous or Role.System => throw new ArgumentOutOfRangeException(nameof(role), role, "Nobody signs in as this."),
    };

    /// <summary>Where somebody in this role starts.</summary>
    public static string HomeOf(Role role) => role switch
    {
        Role.MerchantOwner or Role.MerchantStaff => "/my",
        Role.Guest => "/guest",
        Role.Agent or Role.Supervisor => "/desk",
        Role.Admin => "/admin/people",
        Role.Anonymous or Role.System => "/",
    };
}
