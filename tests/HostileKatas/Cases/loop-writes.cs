// hostile: an endless loop that writes a shared variable -> The loop at Kata.cs:8 had not ended after 5,000 steps (main)
public static class Kata
{
    static int count;

    public static void Run()
    {
        while (true) count++;
    }
}
