// hostile: an endless loop that allocates -> The loop at Kata.cs:6 had not ended after 5,000,000 rounds
public static class Kata
{
    public static void Run()
    {
        while (true) _ = new byte[1000];
    }
}
