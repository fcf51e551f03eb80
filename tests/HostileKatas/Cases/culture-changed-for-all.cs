// hostile: changes the culture of all threads -> CultureInfo.DefaultThreadCurrentCulture at Kata.cs:7 is outside the explorer's control
using System.Globalization;

public static class Kata
{
    public static void Run() =>
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
}
