// hostile: an endless loop in an exception filter -> the loop at Kata.cs:17 never ends
public static class Kata
{
    public static void Run()
    {
        try
        {
            throw new InvalidOperationException();
        }
        catch (Exception) when (Endless())
        {
        }
    }

    static bool Endless()
    {
        while (true) ;
    }
}
