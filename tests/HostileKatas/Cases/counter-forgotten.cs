// hostile: forgets to count the rounds -> The loop at Kata.cs:9 had not ended after 5,000 steps
public static class Kata
{
    static int count;

    public static void Run()
    {
        var round = 0;
        while (round < 10) count++;
    }
}
