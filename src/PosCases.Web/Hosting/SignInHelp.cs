using PosCases.People;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Web.Hosting;

/// <summary>Tells whoever started the demo where it is and how to get in.</summary>
internal static class SignInHelp
{
    /// <summary>Prints the address and the demo sign-ins.</summary>
    public static void Print(WebApplication app, string password)
    {
        var door = app.Services.GetRequiredService<Door>();
        var accounts = door.Send(new ListDemoSignIns.Query(), Caller.Anonymous).GetAwaiter().GetResult();
        if (!accounts.Succeeded || accounts.Value.Count == 0)
        {
            return;
        }

        Console.WriteLine();
        Console.WriteLine($"  PosCases   {string.Join("  ", app.Urls)}");
        Console.WriteLine($"  Demo sign-ins, password {password}:");
        foreach (var account in accounts.Value)
        {
            Console.WriteLine($"    {account.Role,-14} {account.UserName,-28} {account.DisplayName}");
        }

        Console.WriteLine();
    }
}
