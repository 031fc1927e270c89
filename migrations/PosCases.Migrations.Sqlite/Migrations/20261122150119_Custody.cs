using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Custody : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ReplacesId",
                table: "EvidenceItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Warnings",
                table: "EvidenceItems",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.CreateTable(
                name: "CustodyEntries",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ByRole = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CustodyEntries", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_CustodyEntries_EvidenceItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "EvidenceItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VaultFiles",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    KeyName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    WrappedKey = table.Column<byte[]>(type: "BLOB", maxLength: 60, nullable: true),
                    Scan = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ScanFinding = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ScannedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DamagedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OnHold = table.Column<bool>(type: "INTEGER", nullable: false),
                    ErasedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VaultFiles", x => x.Name);
                    table.CheckConstraint("CK_VaultFiles_HeldIsNotErased", "\"ErasedAt\" IS NULL OR \"OnHold\" = 0");
                });

            // Papers from before encryption: they are read as they lie until the job has encrypted them. Never compared yet, they are compared first.
            migrationBuilder.Sql(
                """
                INSERT INTO "VaultFiles" ("Name", "Owner", "Size", "Sha256", "Scan", "At", "CheckedAt", "OnHold")
                SELECT "StorageKey", "CaseId", "Size", "Sha256", 'NotScanned', "At", "At", 0 FROM "EvidenceItems";
                """);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_ReplacesId",
                table: "EvidenceItems",
                column: "ReplacesId");

            migrationBuilder.CreateIndex(
                name: "IX_CustodyEntries_ItemId_Seq",
                table: "CustodyEntries",
                columns: new[] { "ItemId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_VaultFiles_CheckedAt",
                table: "VaultFiles",
                column: "CheckedAt");

            migrationBuilder.CreateIndex(
                name: "IX_VaultFiles_KeyName",
                table: "VaultFiles",
                column: "KeyName");

            migrationBuilder.CreateIndex(
                name: "IX_VaultFiles_Owner",
                table: "VaultFiles",
                column: "Owner");

            migrationBuilder.CreateIndex(
                name: "IX_VaultFiles_Scan_At",
                table: "VaultFiles",
                columns: new[] { "Scan", "At" });

            migrationBuilder.AddForeignKey(
                name: "FK_EvidenceItems_EvidenceItems_ReplacesId",
                table: "EvidenceItems",
                column: "ReplacesId",
                principalTable: "EvidenceItems",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_EvidenceItems_VaultFiles_StorageKey",
                table: "EvidenceItems",
                column: "StorageKey",
                principalTable: "VaultFiles",
                principalColumn: "Name",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_EvidenceItems_EvidenceItems_ReplacesId",
                table: "EvidenceItems");

            migrationBuilder.DropForeignKey(
                name: "FK_EvidenceItems_VaultFiles_StorageKey",
                table: "EvidenceItems");

            migrationBuilder.DropTable(
                name: "CustodyEntries");

            migrationBuilder.DropTable(
                name: "VaultFiles");

            migrationBuilder.DropIndex(
                name: "IX_EvidenceItems_ReplacesId",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "ReplacesId",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "Warnings",
                table: "EvidenceItems");
        }
    }
}
