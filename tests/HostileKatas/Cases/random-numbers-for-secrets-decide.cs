// hostile: lets a random number for secrets decide -> RandomNumberGenerator.GetInt32 at Kata.cs:8 decides what the program does
using System.Security.Cryptography;

public static class Kata
{
    public static void Run()
    {
        if (RandomNumberGenerator.GetInt32(2) == 0) throw new InvalidOperationException("by chance");
    }
}
