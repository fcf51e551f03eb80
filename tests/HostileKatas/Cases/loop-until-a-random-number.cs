// hostile: loops until a random number comes -> The loop at Kata.cs:7 had not ended after 5,000 steps
public static class Kata
{
    public static void Run()
    {
        var random = new Random();
        while (random.Next() != 0) ;
    }
}
