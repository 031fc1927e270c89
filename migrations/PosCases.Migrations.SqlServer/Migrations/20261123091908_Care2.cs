using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Care2 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "MerchantAgreed",
                table: "PreCases",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Content_Measures",
                table: "ArticleVersions",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "ReminderChoices",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Off = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ByMail = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderChoices", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_ReminderChoices_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReminderMailsDue",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    MailOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderMailsDue", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_ReminderMailsDue_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReminderMarks",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    NextOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReminderMarks", x => new { x.Kind, x.Subject, x.DueOn });
                });

            migrationBuilder.CreateTable(
                name: "Reminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Step = table.Column<int>(type: "int", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ReadAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reminders_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingSheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    StorageKey = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingSheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingSheets_TrainingRecords_RecordId",
                        column: x => x.RecordId,
                        principalTable: "TrainingRecords",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingSheets_VaultFiles_StorageKey",
                        column: x => x.StorageKey,
                        principalTable: "VaultFiles",
                        principalColumn: "Name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_ValidUntil",
                table: "TrainingRecords",
                column: "ValidUntil");

            migrationBuilder.CreateIndex(
                name: "IX_BackupChannels_NextTestOn",
                table: "BackupChannels",
                column: "NextTestOn");

            migrationBuilder.CreateIndex(
                name: "IX_ReminderMailsDue_MailOn_PersonId",
                table: "ReminderMailsDue",
                columns: new[] { "MailOn", "PersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReminderMailsDue_PersonId",
                table: "ReminderMailsDue",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_Kind_EndedAt",
                table: "Reminders",
                columns: new[] { "Kind", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_PersonId_EndedAt_At",
                table: "Reminders",
                columns: new[] { "PersonId", "EndedAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Reminders_PersonId_Kind_Subject_DueOn_Step",
                table: "Reminders",
                columns: new[] { "PersonId", "Kind", "Subject", "DueOn", "Step" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSheets_RecordId",
                table: "TrainingSheets",
                column: "RecordId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingSheets_StorageKey",
                table: "TrainingSheets",
                column: "StorageKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReminderChoices");

            migrationBuilder.DropTable(
                name: "ReminderMailsDue");

            migrationBuilder.DropTable(
                name: "ReminderMarks");

            migrationBuilder.DropTable(
                name: "Reminders");

            migrationBuilder.DropTable(
                name: "TrainingSheets");

            migrationBuilder.DropIndex(
                name: "IX_TrainingRecords_ValidUntil",
                table: "TrainingRecords");

            migrationBuilder.DropIndex(
                name: "IX_BackupChannels_NextTestOn",
                table: "BackupChannels");

            migrationBuilder.DropColumn(
                name: "MerchantAgreed",
                table: "PreCases");

            migrationBuilder.DropColumn(
                name: "Content_Measures",
                table: "ArticleVersions");
        }
    }
}
